import { VERSION_HEADER } from './ledger-tables.ts';
import {
  CATEGORY_WORDS,
  DIRECTION_WORDS,
  METHOD_WORDS,
  SAYS_WORDS,
  STATE_WORDS,
  valueOfWord,
} from './ledger-words.ts';
import { type Figures, readPlace } from './read-place.ts';
import type { RowReader } from './row-reader.ts';

/**
 * All of some columns, or null where none is filled in; where only some are, the others are told as missing.
 * @param besides may be empty where the others are not: a number of wells has no unit
 */
const allOrNone = <T>(
  row: RowReader,
  headers: readonly string[],
  read: () => T,
  ...besides: readonly string[]
): T | null => {
  if (row.isEmpty(...headers, ...besides)) return null;
  for (const header of headers) if (row.isEmpty(header)) row.required(header);
  return read();
};

/** What a row of the table 隐患 says of a mine, not yet held against the contract; its evidence stands elsewhere. */
export const readHazard = (row: RowReader, mine: string, figures: Figures): object => {
  const category = row.required('类别');
  const required = <V>(header: string, value: V | null): V | null => {
    if (value === null && row.isEmpty(header)) row.required(header);
    return value;
  };
  return {
    id: row.text('编号'),
    mine,
    title: row.required('名称'),
    category: valueOfWord(CATEGORY_WORDS, category) ?? category,
    place: readPlace(row, () => figures.take(mine, row.text('编号'), null), true),
    ...(!row.isEmpty('顶标高', '底标高') && {
      elevation: { top: row.number('顶标高'), bottom: row.number('底标高') },
    }),
    found: {
      on: required('发现日期', row.day('发现日期')),
      how: required('发现方式', row.word('发现方式', METHOD_WORDS)),
      by: row.required('发现人'),
    },
    fiveFixed: {
      responsible: allOrNone(row, ['责任人', '责任部门'], () => ({
        person: row.text('责任人'),
        department: row.text('责任部门'),
      })),
      measure: row.text('治理措施'),
      funding: allOrNone(row, ['资金', '币种', '资金来源'], () => ({
        amount: row.number('资金'),
        currency: row.text('币种'),
        source: row.text('资金来源'),
      })),
      deadline: row.day('期限'),
      contingencyPlan: row.text('应急预案'),
    },
    treatment: {
      target: allOrNone(
        row,
        ['目标指标', '目标方向', '目标值'],
        () => ({
          metric: row.text('目标指标'),
          value: row.number('目标值'),
          unit: row.text('目标单位') ?? '',
          direction: row.word('目标方向', DIRECTION_WORDS),
        }),
        '目标单位',
      ),
      begun: row.day('治理开始日'),
      accepted: allOrNone(
        row,
        ['验收指标', '验收值', '验收日期', '验收人'],
        () => ({
          metric: row.text('验收指标'),
          value: row.number('验收值'),
          unit: row.text('验收单位') ?? '',
          on: row.day('验收日期'),
          by: row.text('验收人'),
        }),
        '验收单位',
      ),
    },
    state: required('状态', row.word('状态', STATE_WORDS)),
  };
};

/** What a row of the table 证据 says, not yet held against the contract. */
export const readEvidence = (row: RowReader, mine: string, figures: Figures): object => {
  for (const header of ['方法', '日期', '结论']) if (row.isEmpty(header)) row.required(header);
  return {
    id: row.required('证据编号'),
    method: row.word('方法', METHOD_WORDS),
    on: row.day('日期'),
    author: row.required('提交人'),
    says: row.word('结论', SAYS_WORDS),
    finding: row.required('说明'),
    place: readPlace(row, () => figures.take(mine, row.text('隐患编号'), row.text('证据编号')), false),
    file: row.text('附件'),
    replaces: row.text('更正证据'),
  };
};

/** The version a row was exported from; null: it does not say. */
export const readBase = (row: RowReader): number | null => {
  const base = row.number(VERSION_HEADER);
  if (base === null || (Number.isInteger(base) && base > 0)) return base;
  row.reject(
    VERSION_HEADER,
    { zh: '不是版本号。', en: 'This is no number of a version.' },
    {
      zh: '恢复导出时的数；新隐患不填。',
      en: 'Write what was exported; of a new hazard nothing.',
    },
  );
  return null;
};
