import { MAJOR_SOURCES, type MajorView } from '../contracts/major-hazard.ts';
import { countyDay } from '../county/county-day.ts';
import { markedOrigin, ORIGIN_HEADER, SYNTHETIC_MARK } from '../hazards/exchange/origin-mark.ts';
import { daysOverdue } from '../hazards/five-fixed.ts';
import { daysPastListing } from './listing-end.ts';
import { isOpenMajor } from './repeat.ts';

/** A sheet of a workbook: as many cells a row as its header has. null: not given. */
export interface MajorSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface Named {
  /** Of the county, or of the mine it is about. */
  readonly of: string;
  readonly nameOfMine: (mine: string) => string;
  /** What is said of where it all comes from; null: nothing. */
  readonly mark: string | null;
  /** The day that is shown, YYYY-MM-DD. */
  readonly day: string;
}

const STATES = {
  reported: '举报待核',
  confirmed: '已确认',
  rectifying: '整改中',
  closed: '已销号',
  unfounded: '查无此事',
} as const;
const LEVELS = { county: '县级', city: '市级', province: '省级', national: '国家级' } as const;
const DECISIONS = { proposed: '已提请关闭', 'not-proposed': '决定不提请' } as const;
const MONTHS = {
  signed: '已签字',
  'handed-in-late': '月末后交报告',
  'made-late': '逾期补做',
  reused: '与其他月份同一报告，不算',
  unsigned: '无签字报告',
  missed: '未排查',
  due: '未到期',
  'not-known': '无记录前',
} as const;
const REPEATS = {
  reached: '达到',
  'was-reached': '曾达到',
  'not-reached': '未达到',
  unknown: '有未注明的，不能判断',
  'no-rule': '没有规则，不作判断',
} as const;

/**
 * What the screen of major hazards shows, as sheets to file and to hand on: the hazards, how each mine stands, stock and flow by month, and the
 * surveys. What is made up says so at the head of every sheet's own column, for a sheet is copied without its neighbours.
 */
export const majorTables = (view: MajorView, o: Named): MajorSheet[] => {
  const { nameOfMine, day } = o;
  const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否');
  const hazards = view.entries.flatMap(({ entry, number, writtenBy }) =>
    entry.kind === 'hazard' ? [{ ...entry.hazard, number, writer: writtenBy.name }] : [],
  );
  const owed = new Set(
    view.mines.flatMap(({ mine, listingOwed }) => listingOwed.map((id) => `${mine} ${id}`)),
  );
  const moved = new Map(view.mines.flatMap((of) => of.moved.map((one) => [`${of.mine} ${one.hazard}`, one])));
  const isOpenOf = new Set(
    hazards.flatMap(({ mine, id, state }) => (isOpenMajor(state) ? [`${mine} ${id}`] : [])),
  );
  const sheets: MajorSheet[] = [
    {
      name: '重大隐患',
      header: [
        ...['编号', '矿山编号', '矿山', '名称', '情况', '判定依据', '来源', '检查单位', '检查级别'],
        ...['发现日期', '发现人', '发现时在生产', '关联隐患', '责任人', '责任部门', '措施', '资金（元）'],
        ...[
          '时限',
          '时限已改次数',
          '最初时限',
          '预案',
          '挂牌单位',
          '挂牌级别',
          '挂牌日期',
          '督办期限',
          '督办超期天数',
          '应挂牌未挂牌',
        ],
        ...['状态', '超期天数'],
        ...['销号核查日期', '核查人', '核查情况', '核查报告', '审核人', '审核日期', '版本号', '填写人'],
      ],
      rows: hazards.map((one) => {
        const { fiveFixed, listed, closeOut, inspection } = one;
        const isOpen = isOpenMajor(one.state);
        return [
          ...[one.id, one.mine, nameOfMine(one.mine), one.title, one.what, one.criterion],
          ...[MAJOR_SOURCES[one.source].zh, inspection?.office ?? null],
          inspection && LEVELS[inspection.level],
          ...[one.found.on, one.found.by, yesNo(one.whileProducing), one.hazards.join('、') || null],
          ...[fiveFixed.responsible?.person ?? null, fiveFixed.responsible?.department ?? null],
          ...[fiveFixed.measure, fiveFixed.funding?.amount ?? null, fiveFixed.deadline],
          ...[
            moved.get(`${one.mine} ${one.id}`)?.times ?? 0,
            moved.get(`${one.mine} ${one.id}`)?.first ?? null,
          ],
          ...[fiveFixed.contingencyPlan, listed?.office ?? null, listed && LEVELS[listed.level]],
          ...[listed?.on ?? null, listed?.until ?? null, isOpen ? daysPastListing(one, day) : null],
          ...[owed.has(`${one.mine} ${one.id}`) ? '是' : null, STATES[one.state]],
          isOpen ? daysOverdue({ fiveFixed, state: 'treating' }, day) : null,
          ...[closeOut?.on ?? null, closeOut?.by ?? null, closeOut?.found ?? null],
          // What was closed without a report says so: an empty cell would be of what is not closed.
          closeOut && (closeOut.report ?? '无报告'),
          ...[closeOut?.accepted?.by ?? null, closeOut?.accepted?.on ?? null, one.number, one.writer],
        ];
      }),
    },
    {
      name: '各矿情况',
      header: [
        ...[
          '矿山编号',
          '矿山',
          '未销号',
          '超期',
          '没有时限',
          '改过时限',
          '挂牌督办中',
          '督办超期',
          '没有督办期限',
        ],
        ...['应挂牌未挂牌'],
        ...['发现仍在生产（次）', '未注明是否在生产（次）', '起算日', '提请关闭的条件', '达到之日', '处理'],
      ],
      rows: view.mines.map(({ mine, listingOwed, repeat, ...of }) => [
        ...[mine, nameOfMine(mine), of.open, of.overdue, of.withoutDeadline],
        of.moved.filter((one) => isOpenOf.has(`${mine} ${one.hazard}`)).length,
        ...[of.listed, of.listedPast, of.listedWithoutEnd, view.rules.listing ? listingOwed.length : null],
        ...[repeat.times, repeat.perhaps, repeat.from, REPEATS[repeat.kind], repeat.reachedOn],
        repeat.reachedOn && (repeat.answer ? `已答复：${DECISIONS[repeat.answer.decision]}` : '没有处理记录'),
      ]),
    },
    {
      name: '提请关闭',
      header: [
        ...['矿山编号', '矿山', '达到之日', '处理', '日期', '单位', '提请对象', '说明', '文件', '版本号'],
        ...['填写人', '填写日期'],
      ],
      rows: view.entries.flatMap(({ entry, number, writtenBy, writtenAt }) => {
        if (entry.kind !== 'answer') return [];
        const { mine, reachedOn, decision, on, by, to, why, report } = entry.answer;
        return [
          [
            ...[mine, nameOfMine(mine), reachedOn, DECISIONS[decision], on, by, to, why, report, number],
            ...[writtenBy.name, countyDay(Date.parse(writtenAt))],
          ],
        ];
      }),
    },
    {
      name: '存量增量',
      header: ['月份', '期初存量', '新发现', '重新打开', '销号', '期末存量'],
      rows: view.flow.map(({ month, openBefore, found, reopened, closed, openAfter }) => [
        ...[month, openBefore, found, reopened, closed, openAfter],
      ]),
    },
    {
      name: '月排查',
      header: ['矿山编号', '矿山', ...(view.mines[0]?.surveys.map(({ month }) => month) ?? [])],
      rows: view.mines.map(({ mine, surveys }) => [
        ...[mine, nameOfMine(mine), ...surveys.map(({ state }) => MONTHS[state])],
      ]),
    },
  ];
  const about: MajorSheet = {
    name: '说明',
    header: ['项目', '内容'],
    rows: [
      ...(o.mark === null ? [] : [[ORIGIN_HEADER, o.mark]]),
      ['范围', `${o.of}（只含您的账号看得到的矿山）`],
      ['截至', day],
      ...(['repeat', 'listing'] as const).map((key) => {
        const rule = view.rules[key];
        const name = key === 'repeat' ? '提请关闭的规则' : '挂牌督办的规则';
        return [name, rule ? `${rule.jurisdiction} · ${rule.clause} · ${rule.status}` : view.rules.problem];
      }),
    ],
  };
  return [about, ...sheets.map((sheet) => (o.mark === null ? sheet : marked(sheet, o.mark)))];
};

const marked = (sheet: MajorSheet, mark: string): MajorSheet => ({
  ...markedOrigin(sheet, () => mark),
  name: `${sheet.name}（${mark === SYNTHETIC_MARK ? '合成' : '性质未知'}）`,
});
