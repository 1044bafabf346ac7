import { expect, test } from 'vitest';
import { type NeighboursReport, neighboursReportSchema } from '../contracts/neighbours.ts';
import { reportForReader } from './report-for-reader.ts';

const side = (mine: string, feature: string, east: number) => ({
  mine,
  feature,
  kind: 'goaf' as const,
  at: [east, 0, -100] as [number, number, number],
});
const finding = (mines: string[], more: Partial<NeighboursReport['findings'][number]> = {}) => ({
  id: `goafs-distance:${mines.join(':')}`,
  check: 'goafs-distance' as const,
  mines,
  answer: 'found' as const,
  certain: true,
  doubts: [],
  rule: null,
  bound: 100,
  drawAngles: mines.map((mine) => ({ mine, id: 'A', degrees: 65 })),
  proofs: [
    {
      here: side(mines[0], `${mines[0]}-goaf`, 0),
      there: side(mines[1], `${mines[1]}-goaf`, 20),
      distance: 20,
      plusMinus: 5,
      ground: null,
      water: [{ feature: `${mines[1]}-goaf`, level: -85, headMetres: 15, headMegapascals: 0.15 }],
    },
  ],
  settles: [
    { do: 'survey-position' as const, of: `${mines[0]}-goaf`, kind: 'goaf' as const },
    { do: 'measure-water-level' as const, of: `${mines[1]}-goaf`, kind: 'goaf' as const },
    { do: 'configure-distance' as const, of: 'goafs-distance', kind: null },
  ],
  ...more,
});
const shared = finding(['alder', 'birch', 'cedar'], {
  id: 'shared-water-path:x',
  check: 'shared-water-path',
  proofs: ['alder', 'birch', 'cedar'].map((mine, i) => ({
    here: side(mine, `${mine}-adit`, i),
    there: side('cedar', 'cedar-aquifer', i + 30),
    distance: 30,
    plusMinus: null,
    ground: null,
    water: [],
  })),
});
const REPORT: NeighboursReport = {
  format: 'hyalite-neighbours/1',
  county: 'one',
  mines: ['alder', 'birch', 'cedar'],
  lookWithin: 300,
  findings: [finding(['alder', 'birch']), finding(['birch', 'cedar']), shared],
  gaps: [
    { mine: null, check: 'contiguous', settles: { do: 'configure-distance', of: 'contiguous', kind: null } },
    { mine: 'birch', check: 'goafs-distance', settles: { do: 'record-kind', of: 'birch', kind: 'goaf' } },
  ],
  notCompared: ['alder', 'cedar'].map((mine) => ({
    mine,
    feature: `${mine}-later`,
    kind: 'goaf',
    from: '2026-12-01',
    to: null,
  })),
  clusters: [
    {
      mines: ['alder', 'birch', 'cedar'],
      certain: true,
      findings: ['goafs-distance:alder:birch', 'goafs-distance:birch:cedar'],
    },
  ],
};

test('an engineer learns what endangers the mine, how near and how much water, and not whose it is', () => {
  const seen = neighboursReportSchema.parse(reportForReader(REPORT, (mine) => mine === 'alder'));
  expect(seen.findings.map(({ check, mines }) => [check, mines])).toEqual([
    ['goafs-distance', ['alder', 'outside:1']],
    ['shared-water-path', ['alder', 'outside:1', 'outside:2']],
  ]);
  const [near, path] = seen.findings;
  expect(near).toMatchObject({ answer: 'found', certain: true, bound: 100 });
  expect(near.proofs[0]).toMatchObject({
    here: { mine: 'alder', feature: 'alder-goaf' },
    there: { mine: 'outside:1', feature: 'outside:', kind: 'goaf', at: [20, 0, -100] },
    distance: 20,
    water: [{ feature: 'outside:', headMetres: 15 }],
  });
  expect(near.drawAngles.map(({ mine }) => mine)).toEqual(['alder']);
  expect(near.settles.map(({ of }) => of)).toEqual(['alder-goaf', 'outside:', 'goafs-distance']);
  expect(path.proofs).toHaveLength(1);
  expect(seen.gaps.map(({ mine }) => mine)).toEqual([null]);
  expect(seen.notCompared?.map(({ feature }) => feature)).toEqual(['alder-later']);
  expect(seen.clusters).toEqual([
    { mines: ['alder', 'outside:1', 'outside:2'], certain: true, findings: ['outside:finding-1'] },
  ]);
});

test('no name of another mine is anywhere in it', () => {
  for (const mine of REPORT.mines) {
    const text = JSON.stringify(reportForReader(REPORT, (one) => one === mine));
    for (const other of REPORT.mines)
      expect(text.includes(other), `${other} for ${mine}`).toBe(other === mine);
  }
});

test('who sees every mine of a finding reads it as it is, but for its number', () => {
  const [first] = reportForReader(REPORT, (mine) => mine !== 'cedar').findings;
  expect({ ...first, id: REPORT.findings[0].id }).toEqual(REPORT.findings[0]);
});

test('of zones of subsidence only the own is told: what they share would draw the other goaf', () => {
  const square = [
    [
      [0, 0],
      [9, 0],
      [9, 9],
    ],
  ] as [number, number][][];
  const zones = { ground: 0, here: square, there: square, overlap: square };
  const pair = finding(['alder', 'birch'], {
    check: 'subsidence-overlap',
    proofs: [{ ...REPORT.findings[0].proofs[0], zones: { ...zones, squareMetres: 9, least: 1, most: 20 } }],
  });
  const told = (...mines: string[]) =>
    reportForReader({ ...REPORT, findings: [pair] }, (mine) => mines.includes(mine)).findings[0].proofs[0]
      .zones;
  expect(told('birch')).toEqual({
    ground: 0,
    here: null,
    there: square,
    overlap: null,
    squareMetres: null,
    least: null,
    most: null,
  });
  expect(told('alder', 'birch')).toEqual(pair.proofs[0].zones);
});

test('of zones of subsidence the reader is told those of mines he sees', () => {
  const zone = { drawAngle: null, ground: null, goafs: 1, whole: true, outline: null, certain: null };
  const zones = ['alder', 'birch'].map((mine) => ({ ...zone, mine, possible: null, unsure: [] }));
  const told = reportForReader({ ...REPORT, zones }, (mine) => mine === 'alder');
  expect(told.zones!.map(({ mine }) => mine)).toEqual(['alder']);
  expect(reportForReader(REPORT, () => true).zones).toBeUndefined();
});
