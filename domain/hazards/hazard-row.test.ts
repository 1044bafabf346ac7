import { expect, it } from 'vitest';
import { hazardRowSchema } from '../contracts/ledger-list.ts';
import { placesFromMine } from './far-place.ts';
import { farOf, hazardFacts, hazardRow } from './hazard-row.ts';
import { standingOf } from './hazard-standing.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from './sample-hazard.test-kit.ts';

const OF = {
  number: 3,
  writtenAt: '2026-02-01T00:00:00.000Z',
  movedDeadline: { times: 2, first: '2026-03-01' },
};
const DAY = '2026-07-10';
const ring = [
  [117, 36],
  [117.1, 36],
  [117.1, 36.1],
  [117, 36],
] as [number, number][];

it.each([
  sampleHazard(),
  treatedHazard(),
  treatedHazard({ state: 'closed' }),
  sampleHazard({
    evidence: [sampleEvidence('e1'), sampleEvidence('e2', { method: 'drilling', says: 'absent' })],
  }),
  sampleHazard({ place: { kind: 'polygon', rings: [ring] } }),
])('a row of the list says what the whole hazard says ($state)', (hazard) => {
  const row = hazardRowSchema.parse(hazardRow(hazardFacts(hazard, OF), DAY, null));
  const standing = standingOf(hazard, DAY);
  expect(row).toMatchObject({
    ...OF,
    corroboration: standing.crossValidation.status,
    lacksCorroboration: standing.lacksCorroboration,
    inDoubt: standing.inDoubt,
    missing: standing.missing,
    overdue: standing.overdue,
    deadline: hazard.fiveFixed.deadline,
  });
});

it('tells that it, or evidence that stands, is drawn far from its mine', () => {
  const fromMine = placesFromMine({
    ...{ mine: 'tiny', at: [117.1, 36.2], outlines: [], within: 3000, county: null, grids: [] },
  });
  const far = { kind: 'point' as const, at: [117.2, 36.2] as [number, number] };
  const row = (more: Parameters<typeof sampleHazard>[0]) =>
    farOf(hazardFacts(sampleHazard(more), OF), fromMine);
  const stray = sampleEvidence('e1', { place: far });
  expect(row({})).toBeNull();
  expect(row({ place: far })).toMatchObject({ of: 'place', metres: expect.closeTo(8970, -2) });
  expect(row({ evidence: [stray] })).toMatchObject({ of: 'evidence' });
  expect(row({ evidence: [stray, sampleEvidence('e2', { replaces: 'e1' })] })).toBeNull();
  const told = { of: 'place' as const, metres: 8970 };
  expect(hazardRow(hazardFacts(sampleHazard({ place: far }), OF), DAY, told).far).toEqual(told);
});

it('tells of a shape its first corner and how many it has', () => {
  const place = { kind: 'polygon' as const, rings: [ring] };
  expect(hazardFacts(sampleHazard({ place }), OF).place).toEqual({
    kind: 'polygon',
    at: [117, 36],
    corners: 3,
  });
});
