import { expect, test } from 'vitest';
import { dutySchema } from '../../../domain/contracts/county-duties.ts';
import type { CountyDuties } from '../../../domain/contracts/county-duties-view.ts';
import { startTexts } from '../../i18n/i18n.ts';
import { dutiesCsv } from './duties-csv.ts';

const duty = dutySchema.parse({
  ...{
    id: 'D',
    name: { zh: '演练', en: 'Drill' },
    jurisdiction: '岫岩',
    clause: 'XY矿 6',
    status: 'source document',
  },
  due: { kind: 'every', months: 6, event: 'emergencyDrill' },
});
const view: CountyDuties = {
  ...{
    county: 'one',
    revision: 'r',
    on: '2026-11-30',
    today: '2026-11-30',
    alarmDays: 30,
    register: { asOf: '2026-11-20', goodForDays: null },
    duties: [duty],
  },
  rules: { file: 'one.yaml', problem: null },
  outside: [{ id: 'z', name: { zh: '孤山矿', en: 'Z' }, by: 'live', bundle: false, provenance: null }],
  mines: [
    {
      ...{
        mine: 'a',
        name: { zh: '=甲矿', en: 'A' },
        town: null,
        type: 'open-pit',
        size: null,
        leader: null,
        bundle: false,
      },
      ...{ state: 'unknown', grade: null, risk: null, score: 1, parts: [] },
      states: [{ kind: 'missed', since: '2026-10-01', days: 60 }],
      facts: { emergencyDrill: { value: '2026-04-01', source: 'register', doubt: null } },
    },
  ],
};

test('a line says who, what, by which clause, since when and by what it is known; a formula stays text', () => {
  const { t } = startTexts('zh');
  const counts = { missed: 1, due: 0, unknown: 0, met: 0, 'not-applicable': 0 };
  const text = dutiesCsv({
    view,
    table: { columns: [0], rows: view.mines, counts },
    townName: () => '无乡镇',
    t,
    language: 'zh',
  });
  const [head, line, notJudged] = text.replace('\uFEFF', '').split('\r\n');
  expect(head.split(',')).toHaveLength(16);
  expect(line).toBe(
    "2026-11-30,a,'=甲矿,无乡镇,露天矿,状态未知,1,演练,XY矿 6,岫岩,source document,逾期,60,2026-10-01,期限 2026-10-01,紧急撤离演练: 2026-04-01 (县台账填报)",
  );
  // A mine that nobody judges is not left out of the file.
  expect(notJudged).toBe('2026-11-30,z,孤山矿,,,,,全部职责,,,,未知,,,登记册未列入该矿，未核查,');
});
