import { expect, it } from 'vitest';
import { startTexts } from '../../../i18n/i18n.ts';
import { dutiesCsv } from './duties-csv.ts';
import type { OpenDuties } from './duties-store.ts';
import type { WaysFrom } from './ways-from.ts';

const rule = { id: 'R1', jurisdiction: 'X', clause: '§ 1', status: 'draft', note: null };
const open = {
  duties: {
    today: '2026-11-29',
    coverage: [
      {
        share: null,
        coveredArea: 0,
        plannedArea: 0,
        plannedYears: 1,
        gaps: [{ area: 12.5, rings: [] }],
        scopes: [{ rule, years: 3, yearsMet: false, due: '2026-12-31', daysLeft: 32 }],
      },
    ],
    escape: { exits: [{}], findings: [], singleEdges: [] },
    hotWork: null,
    outside: null,
    unmeasured: [],
  },
  facts: { inputHash: 'abc' },
  network: { edges: [] },
  places: [],
} as unknown as OpenDuties;
const ways: WaysFrom = {
  name: 'pump',
  at: [0, 0, 0],
  apart: 0,
  ways: [{ length: 200, exit: 'shaft', roadways: [{ name: 'drift', from: 0, length: 200 }], line: [] }],
  passed: [],
};
const { t } = startTexts('en');
const linesOf = (text: string): string[] => text.slice(1).trimEnd().split('\r\n');

it('has a row a finding with its rule, the day and the data; what is not known stays empty and says so', () => {
  const lines = linesOf(dutiesCsv('coverage', open, null, t, 'en'));
  expect(lines[0]).toBe('what,subject,value,unit,bound,answer,rule,clause,verified,checked on,data hash');
  expect(lines).toContain('share surveyed,,,%,,unknown,R1,§ 1,draft,2026-11-29,abc');
  expect(lines).toContain('area of gap,1,12.5,m²,,,R1,§ 1,draft,2026-11-29,abc');
  expect(lines).toContain('days left,,32,d,2026-12-31,,R1,§ 1,draft,2026-11-29,abc');
});

it('holds the ways of the chosen place, roadway by roadway', () => {
  const lines = linesOf(dutiesCsv('escape', open, ways, t, 'en'));
  expect(lines).toContain('exits to the surface,,1,,,,,,,2026-11-29,abc');
  expect(lines).toContain('way 1 from pump → shaft,drift,200,m,,,,,,2026-11-29,abc');
});
