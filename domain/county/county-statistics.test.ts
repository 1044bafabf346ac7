import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CountySite,
  MINE_GRADES,
  type RegisterMine,
  RISK_LEVELS,
  WARNING_LEVELS,
} from '../contracts/county.ts';
import { countyCountsSchema, type MineQuery, statisticsQuerySchema } from '../contracts/county-statistics.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from '../contracts/manifest.ts';
import { siteRulesSchema } from '../contracts/site-rules.ts';
import { countyStatistics } from './county-statistics.ts';

const SAID = { name: { zh: '甲', en: 'a' }, jurisdiction: 'x', clause: 'y', status: 'z' };
const catalog = {
  county: 'one',
  revision: 'r',
  towns: ['upper', 'lower'].map((id) => ({ id, name: { zh: id, en: id }, rings: [] })),
};
type Told = Pick<RegisterMine, 'type' | 'size' | 'state' | 'grade' | 'risk' | 'warning' | 'town' | 'history'>;
const mine = (more: Partial<Told>): RegisterMine => ({
  ...{ id: 'm', name: { zh: '矿', en: 'mine' }, at: [0, 0], owner: null, leader: null, minerals: [] },
  ...{
    right: null,
    ground: null,
    recorded: [],
    disasterGrades: {},
    disasterKinds: null,
    size: null,
    duties: { facts: {}, events: {} },
  },
  ...{ bundle: false, provenance: 'synthetic' },
  ...{ type: 'open-pit', state: 'producing', grade: 'C', risk: 'major', warning: null, town: 'upper' },
  history: [],
  ...more,
});
const site = (town: string | null, from: string | null = null): CountySite => ({
  ...{
    id: 's',
    kind: 'dust',
    name: { zh: '尘', en: 'dust' },
    at: [0, 0],
    risk: null,
    mine: null,
    fields: {},
  },
  ...{ to: null, provenance: 'synthetic', town, from },
});
const count = (
  mines: readonly RegisterMine[],
  query: MineQuery = {},
  on: string | null = null,
  sites = [site('lower')],
) => countyCountsSchema.parse(countyStatistics({ catalog, mines, sites, query, on, today: '2026-11-30' }));

describe('countyStatistics', () => {
  test('counts by town, and those of none by themselves', () => {
    const { total, towns } = count([mine({}), mine({ grade: null }), mine({ town: null })]);
    expect(towns.map(({ town, mines }) => [town, mines])).toEqual([
      ['upper', 2],
      ['lower', 0],
      [null, 1],
    ]);
    expect(total.grade).toEqual({ A: 0, B: 0, C: 2, D: 0, unknown: 1 });
    expect([total.sites.dust, towns[1].sites.dust, towns[0].sites.dust]).toEqual([1, 1, 0]);
  });

  test('counts sites by what the county’s rules say of them; of which nobody can tell by itself', () => {
    const siteRules = siteRulesSchema.parse({
      classes: [
        { ...SAID, id: 'TEN', kind: 'dust', where: [{ field: 'peopleAtWork', op: '>=', value: 10 }] },
      ],
      flags: [{ ...SAID, id: 'OFF', kinds: ['dust'], anyOf: [{ field: 'access', is: 'offline' }] }],
    });
    const of = (fields: CountySite['fields']) => ({ ...site('lower'), fields });
    const sites = [of({ peopleAtWork: 12, access: 'offline' }), of({ access: 'online' }), of({})];
    const counted = (on: string | null) =>
      countyStatistics({
        catalog: { ...catalog, siteRules },
        mines: [],
        sites,
        query: {},
        on,
        today: '2026-11-30',
      });
    const { total, towns } = countyCountsSchema.parse(counted(null));
    expect(total).toMatchObject({ sitesFlagged: 1, sitesUndecided: 1 });
    expect(total.siteMarks).toEqual({ TEN: 1, OFF: 1, 'dust-unknown': 2, 'OFF-unknown': 1 });
    expect(towns.map(({ sitesFlagged }) => sitesFlagged)).toEqual([0, 1]);
    expect(counted('2020-01-01').total).toMatchObject({ sitesFlagged: 0, sitesUndecided: 3 });
  });

  test('follows the filter; of which it is not known is asked for by name', () => {
    const mines = [mine({ grade: 'D' }), mine({ grade: null }), mine({ grade: 'A', town: 'lower' })];
    expect(count(mines, { grade: ['D', 'unknown'] }).total.mines).toBe(2);
    expect(count(mines, { town: ['lower'] }).total).toMatchObject({ mines: 1, sites: { dust: 1 } });
    expect(count(mines, { town: ['upper'] }).total).toMatchObject({ mines: 2, sites: { dust: 0 } });
    const sizes = [mine({ size: 'small' }), mine({ size: 'large' }), mine({})];
    expect(count(sizes, { size: ['small', 'unknown'] }).total).toMatchObject({
      mines: 2,
      size: { large: 0, medium: 0, small: 1, unknown: 1 },
    });
    const asked = statisticsQuerySchema.parse({ grade: 'D,unknown', on: '2026-01-01' });
    expect(asked).toEqual({ grade: ['D', 'unknown'], on: '2026-01-01' });
    expect(statisticsQuerySchema.safeParse({ grade: 'E' }).success).toBe(false);
  });

  test('of another day risk is not known, and what was not there is not counted', () => {
    const mines = [mine({ history: [{ from: '2020-01-01', state: 'construction', grade: null }] })];
    const then = count(mines, {}, '2021-01-01', [site('lower', '2022-01-01')]).total;
    expect(then).toMatchObject({
      state: { construction: 1 },
      risk: { major: 0, unknown: 1 },
      sites: { dust: 0 },
    });
  });

  test('no mine is lost, whatever is known of it', () => {
    const told = fc.record({
      type: fc.constantFrom(...MINE_TYPES),
      size: fc.constantFrom(...MINE_SIZES, null),
      state: fc.constantFrom(...MINE_STATES),
      grade: fc.constantFrom(...MINE_GRADES, null),
      risk: fc.constantFrom(...RISK_LEVELS, null),
      warning: fc.constantFrom(...WARNING_LEVELS, null),
      town: fc.constantFrom('upper', 'lower', null),
    });
    fc.assert(
      fc.property(fc.array(told), (mines) => {
        const { total, towns } = count(mines.map(mine));
        const sum = (table: Record<string, number>) => Object.values(table).reduce((a, b) => a + b, 0);
        for (const table of [total.type, total.size, total.state, total.grade, total.risk, total.warning])
          expect(sum(table)).toBe(mines.length);
        expect(towns.reduce((all, { mines: some }) => all + some, 0)).toBe(mines.length);
      }),
    );
  });
});
