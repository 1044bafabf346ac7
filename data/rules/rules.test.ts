import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { Duty } from '../../domain/contracts/county-duties.ts';
import { type RuleBook, ruleBookSchema } from '../../domain/contracts/live/rule-book.ts';

const FOLDER = import.meta.dirname;
/** The table the numbers come from; it is not part of this repository. */
const TABLE = join(FOLDER, '../../../shared/docs/rules.csv');
const counties = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const book = (name: string): RuleBook =>
  ruleBookSchema.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));

interface Numbered {
  readonly id: string;
  readonly value?: number | undefined;
  readonly jurisdiction: string;
  readonly clause: string;
  readonly status: string;
  readonly op?: string | undefined;
}
const numbered = ({
  rules,
  cameraCoverage,
  slopeHeights,
  layout,
  asBuiltPlans,
  majorHazards,
}: RuleBook): Numbered[] => [
  ...rules,
  ...cameraCoverage.map((rule) => ({ ...rule, value: rule.percent })),
  ...slopeHeights,
  ...(layout ?? []),
  ...(asBuiltPlans ?? []).map((rule) => ({ ...rule, value: rule.months })),
  ...(majorHazards?.repeat ? [majorHazards.repeat] : []),
];

test('there is a file for every county named in the sources, and for the demo county', () => {
  expect(counties.sort()).toEqual(['jining.yaml', 'tengzhou.yaml', 'xiuyan.yaml', 'yunxiu.yaml']);
});

describe.each(counties)('%s', (name) => {
  it('is a rule book of that county, with each id once', () => {
    const { county } = book(name);
    expect(`${county}.yaml`).toBe(name);
    const ids = numbered(book(name)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks for nine people only of suspended mines under rectification', () => {
    for (const rule of book(name).rules.filter(({ check }) => check === 'over-number'))
      if (rule.value !== undefined)
        expect(rule).toMatchObject({
          value: 9,
          onlyRectification: true,
          mineStates: ['suspended', 'unknown'],
        });
  });

  it('answers a call for help at once, and names no number without a source', () => {
    const { rules } = book(name);
    expect(rules.find(({ check }) => check === 'sos')).toMatchObject({
      urgency: 'sos',
      raiseAfterSeconds: 0,
    });
    for (const { value, clause, status } of rules)
      if (value !== undefined)
        expect(`${clause} ${status}`).toMatch(/source document|public copy|demo setting/);
  });

  it('gives real counties no distance between neighbours, no draw angle and no accuracy: no source names one', () => {
    const { neighbours } = book(name);
    if (name === 'yunxiu.yaml') return;
    expect(neighbours?.drawAngles ?? []).toEqual([]);
    expect(neighbours?.accuracies ?? []).toEqual([]);
    expect((neighbours?.rules ?? []).filter(({ value }) => value !== undefined)).toEqual([]);
  });

  it('gives real counties no rule of complex hydrogeology with a number: no source names one', () => {
    if (name === 'yunxiu.yaml') return;
    const rules = book(name).regionalPlan?.complexHydrogeology ?? [];
    expect(rules.filter(({ value }) => value !== undefined)).toEqual([]);
  });

  it('gives real counties no window and no lead: no source names one', () => {
    const { rules, closeOut } = book(name);
    if (name === 'yunxiu.yaml') return;
    expect(rules.filter(({ windowMinutes }) => windowMinutes !== undefined)).toEqual([]);
    expect(closeOut?.escalateMinutesBefore).toBeUndefined();
  });
});

/** Every number a duty is judged by: bounds, conditions, months. */
const numbersOf = ({ due, onlyWhere }: Duty): number[] =>
  [
    onlyWhere?.value,
    'requires' in due ? due.requires.value : due.kind === 'every' ? due.months : undefined,
  ].filter((value) => typeof value === 'number');

describe.each(counties)('duties of %s', (name) => {
  const duties = book(name).duties ?? [];
  it('have an id each, and are of this county or of the country', () => {
    expect(duties.length).toBeGreaterThanOrEqual(9);
    expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
    const own = book(name).county === 'yunxiu' ? ['云岫县（虚构）'] : ['济宁', '滕州', '岫岩', '全国'];
    expect(duties.filter(({ jurisdiction }) => !own.includes(jurisdiction))).toEqual([]);
  });

  it('weigh alike in real counties: no source says which matters more', () => {
    if (name !== 'yunxiu.yaml') expect(duties.filter(({ weight }) => weight !== 1)).toEqual([]);
  });
});

if (!existsSync(TABLE)) console.log(`skipped: ${TABLE} is not here, so numbers are not compared with it`);
describe.skipIf(!existsSync(TABLE))('against the table of the sources', () => {
  const table = new Map(
    (existsSync(TABLE) ? parseCsv<Record<string, string>>(readFileSync(TABLE), { columns: true }) : []).map(
      (row) => [row['rule_id']!, row],
    ),
  );
  it.each(counties.filter((name) => name !== 'yunxiu.yaml'))(
    '%s repeats number, operator, clause and status exactly',
    (name) => {
      const compared = numbered(book(name)).flatMap((rule) => {
        const row = table.get(rule.id);
        if (!row) return [];
        expect.soft(rule.status, rule.id).toBe(row['status']);
        if (row['metric'] !== 'suspension') expect.soft(rule.value, rule.id).toBe(Number(row['value']));
        if (rule.op) expect.soft(rule.op, rule.id).toBe(row['op']);
        expect.soft(row['source_doc'], rule.id).toContain(rule.clause);
        expect.soft(row['jurisdiction'], rule.id).toContain(rule.jurisdiction);
        return [rule.id];
      });
      expect(compared.length).toBeGreaterThanOrEqual(7);
      // What the table does not know has no number of its own.
      for (const rule of numbered(book(name)))
        if (!table.has(rule.id) && rule.id !== 'CO_24_CHANGE') expect(rule.value, rule.id).toBeUndefined();
    },
  );

  it.each(counties.filter((name) => name !== 'yunxiu.yaml'))(
    'duties of %s repeat number, clause and status of their row, and their clause stands in the requirements',
    (name) => {
      const requirements = readFileSync(join(TABLE, '../requirements.zh.md'), 'utf8');
      for (const duty of book(name).duties ?? []) {
        const row = table.get(duty.id.replace(/^DUTY_/, ''));
        expect.soft(requirements.includes(duty.clause) || row, `${duty.id} ${duty.clause}`).toBeTruthy();
        if (!row || row['value'] === '') continue;
        expect.soft(duty.status, duty.id).toBe(row['status']);
        expect.soft(row['source_doc'], duty.id).toContain(duty.clause);
        // Where it is told on the same day the table has a word and no number.
        if (row['value'] !== 'same_day')
          expect.soft(numbersOf(duty), duty.id).toContain(Number(row['value']));
      }
    },
  );

  it.each(counties.filter((name) => name !== 'yunxiu.yaml'))(
    'rules of sites of %s repeat their row, or stand with their number in the requirements under their clause',
    (name) => {
      const requirements = readFileSync(join(TABLE, '../requirements.zh.md'), 'utf8').split('\n');
      const { classes = [], flags = [] } = book(name).sites ?? {};
      for (const rule of [...classes, ...flags]) {
        const asked = [...rule.where, ...('anyOf' in rule ? rule.anyOf : [])];
        const numbers = asked.flatMap(({ value, yearsOver }) => value ?? yearsOver ?? []);
        const row = table.get(rule.id.replace(/^SITE_/, ''));
        if (row) {
          expect.soft([Number(row['value'])], rule.id).toEqual(numbers);
          expect.soft(asked[0]?.op, rule.id).toBe(row['op']);
          expect
            .soft([rule.status, rule.clause, rule.jurisdiction], rule.id)
            .toEqual([...[row['status'], row['source_doc'], row['jurisdiction']]]);
          continue;
        }
        const [document, clause] = rule.clause.split(' ') as [string, string];
        const told = requirements.filter((line) => new RegExp(`${document}[^；]*\\b${clause}\\b`).test(line));
        expect.soft(told, `${rule.id} ${rule.clause}`).not.toEqual([]);
        for (const number of numbers)
          expect
            .soft(
              told.some((line) => new RegExp(`(^|\\D)${number} ?(人|年)`).test(line)),
              rule.id,
            )
            .toBe(true);
      }
    },
  );

  it('takes the change of CO from the note of its row', () => {
    expect(table.get('CO_24')?.['note']).toBe('or change >5 ppm');
    for (const name of counties)
      expect(book(name).rules.find(({ id }) => id === 'CO_24_CHANGE')).toMatchObject({ op: '>', value: 5 });
  });

  it('closes out on the same day where the table says so', () => {
    expect(table.get('ALARM_CLOSE')?.['jurisdiction']).toBe('济宁/滕州');
    const asks = counties.filter((name) => book(name).closeOut).sort();
    expect(asks).toEqual(['jining.yaml', 'tengzhou.yaml', 'yunxiu.yaml']);
  });
});

test('every example of docs/rules.md is a part of a rule file that is taken', () => {
  const told = readFileSync(join(FOLDER, '../../docs/rules.md'), 'utf8');
  const examples = [...told.matchAll(/```yaml\n(.*?)```/gsu)].map(([, text]) => text!);
  expect(examples.length).toBeGreaterThanOrEqual(3);
  for (const text of examples)
    expect(ruleBookSchema.partial().safeParse(parse(text)).error, text).toBeUndefined();
});
