import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESENCES } from '../../../domain/contracts/live/entity.ts';
import { countHeads } from '../../../domain/live/head-count.ts';
import { SPOTS, testEntry, testFrame, testRoster } from '../picture/frames.test-data.ts';
import { addsUp, countRows, tallyOf } from './count-rows.ts';
import { isUnderground, matchesSearch, peopleRows } from './people-rows.ts';

const mineArbitrary = fc.record({
  entries: fc.uniqueArray(
    fc.record({ handle: fc.integer({ min: 1, max: 60 }), team: fc.constantFrom('A', 'B', null) }),
    { selector: ({ handle }) => handle },
  ),
  entities: fc.uniqueArray(
    fc.record({
      handle: fc.integer({ min: 1, max: 80 }),
      presence: fc.constantFrom(...PRESENCES),
      spot: fc.integer({ min: 0, max: SPOTS.length - 1 }),
      age: fc.nat(1000),
    }),
    { selector: ({ handle }) => handle },
  ),
});

describe('people', () => {
  it('nobody is left out or counted twice, and every table adds up', () => {
    fc.assert(
      fc.property(mineArbitrary, ({ entries, entities }) => {
        const roster = testRoster(entries.map(({ handle, team }) => testEntry(handle, { team })));
        const rows = peopleRows(testFrame(entities), roster, SPOTS);
        const all = new Set([...entries, ...entities].map(({ handle }) => handle));
        expect(rows.map(({ handle }) => handle).sort((a, b) => a - b)).toEqual(
          [...all].sort((a, b) => a - b),
        );
        const whole = tallyOf(rows);
        expect(PRESENCES.reduce((sum, presence) => sum + whole[presence], 0)).toBe(whole.total);
        for (const by of ['level', 'place', 'team'] as const)
          expect(addsUp(countRows(rows, by), whole)).toBe(true);
      }),
    );
  });

  it('counts the roster as the gateway’s own head-count does', () => {
    fc.assert(
      fc.property(mineArbitrary, ({ entries, entities }) => {
        const roster = testRoster(entries.map(({ handle, team }) => testEntry(handle, { team })));
        const frame = testFrame(entities);
        const { total } = countHeads(frame.entities, roster.values(), SPOTS, 'person');
        const { total: _, ...mine } = tallyOf(
          peopleRows(frame, roster, SPOTS).filter(({ registered }) => registered),
        );
        expect(mine).toEqual(total);
      }),
    );
  });

  it('says so when a table does not add up', () => {
    const rows = peopleRows(testFrame([{ handle: 1 }]), testRoster([]), SPOTS);
    expect(addsUp(countRows(rows, 'team'), { ...tallyOf(rows), lost: 1 })).toBe(false);
  });

  it('comes SOS first, then by name with numbers as numbers; tags of no list stay in', () => {
    const roster = testRoster([
      testEntry(1, { name: 'Li 10' }),
      testEntry(2, { name: 'Li 9' }),
      testEntry(3, { name: 'Wu' }),
      testEntry(4, { name: null }),
    ]);
    const rows = peopleRows(
      testFrame([{ handle: 1 }, { handle: 3, sos: true }, { handle: 99 }]),
      roster,
      SPOTS,
    );
    expect(rows.map(({ handle }) => handle)).toEqual([3, 2, 1, 4, 99]);
    expect(rows.map(({ presence }) => presence)).toEqual(['fresh', 'unknown', 'fresh', 'unknown', 'fresh']);
    expect(rows.at(-1)).toMatchObject({ registered: false, name: null });
  });

  it('takes nobody for being underground of whom no place is known', () => {
    const rows = peopleRows(
      testFrame([
        { handle: 1, spot: 1 },
        { handle: 2, spot: 4 },
        { handle: 3, spot: 0 },
        { handle: 4, spot: 1, presence: 'lost' },
        { handle: 5, spot: 1, presence: 'unknown' },
      ]),
      testRoster([]),
      SPOTS,
    );
    expect(rows.map(isUnderground)).toEqual([true, false, null, true, null]);
    const lampRoom = { ...SPOTS[1]!, kind: 'place', level: null, underground: false } as const;
    expect(isUnderground({ ...rows[0]!, spot: lampRoom })).toBe(false);
  });

  it('is found by parts of name, tag, team and role', () => {
    const [row] = peopleRows(
      null,
      testRoster([testEntry(1, { id: 'QS-0010', name: '张三', team: '采矿一队', role: '支护工' })]),
      SPOTS,
    );
    for (const search of ['张', 'qs-00', '一队 张', '支护', ''])
      expect(matchesSearch(row!, search), search).toBe(true);
    for (const search of ['李', '一队 李']) expect(matchesSearch(row!, search), search).toBe(false);
  });

  it('is quick: 5 000 people', () => {
    const entities = Array.from({ length: 5000 }, (_, i) => ({ handle: i + 1, spot: (i % 4) + 1 }));
    const roster = testRoster(entities.map(({ handle }) => testEntry(handle, { team: `T${handle % 20}` })));
    const rows = peopleRows(testFrame(entities), roster, SPOTS);
    expect(rows).toHaveLength(5000);
    expect(countRows(rows, 'team')).toHaveLength(20);
  });
});
