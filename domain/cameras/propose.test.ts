import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SetupDevice } from '../contracts/live/setup.ts';
import { coverageTable } from './coverage-table.ts';
import { createSurroundings } from './line-of-sight.ts';
import { type Proposal, type ProposedCamera, proposeCameras } from './propose.ts';
import { cameraAt, keyPlaceAt, networkOf, workPlaceAt } from './small-mine.test-kit.ts';

const CAMERA: ProposedCamera = { tilt: -5, hfov: 90, vfov: 60, range: 50, mountedAt: 2.5 };
const network = networkOf({
  A: [
    [0, 0, 0],
    [50, 0, 0],
    [100, 0, 0],
    [150, 0, 0],
  ],
  B: [
    [50, 0, 0],
    [50, 60, 0],
  ],
  C: [
    [100, 0, 0],
    [100, -40, 0],
    [130, -70, 0],
  ],
  R: [
    [150, 0, 0],
    [150, 0, 30],
  ],
});
const surroundings = createSurroundings(network);
const setup = {
  devices: [] as SetupDevice[],
  keyPlaces: [keyPlaceAt('pump', [50, 55, 0]), keyPlaceAt('nowhere', [900, 0, 0])],
  workPlaces: [workPlaceAt('face', [125, -65, 0]), workPlaceAt('minor', [5, 0, 0], { main: false })],
};
const placesOf = ({ gain }: Proposal) => gain.keyPlaces.length + gain.workPlaces.length;

test('places nobody looks at come before metres of roadway; each gain is what is new', () => {
  const found = proposeCameras(surroundings, setup, coverageTable(surroundings, setup), CAMERA, 20);
  expect(
    found
      .slice(0, 2)
      .flatMap(({ gain }) => [...gain.keyPlaces, ...gain.workPlaces])
      .sort(),
  ).toEqual(['face', 'pump']);
  for (const proposal of found.slice(2)) expect(placesOf(proposal)).toBe(0);
  for (let i = 3; i < found.length; i++)
    expect(found[i]!.gain.metres).toBeLessThanOrEqual(found[i - 1]!.gain.metres + 1e-9);
  expect(found.every(({ gain }) => gain.metres > 0)).toBe(true);
});

test('gains are true: mounted, the cameras see what was promised, and nobody promises the same metre twice', () => {
  const found = proposeCameras(surroundings, setup, coverageTable(surroundings, setup), CAMERA, 6);
  const devices: SetupDevice[] = [];
  let metres = 0;
  for (const { view, gain } of found) {
    devices.push(
      cameraAt(`N${devices.length}`, [view.at[0], view.at[1], view.at[2]], view.azimuth, { ...CAMERA }),
    );
    const table = coverageTable(surroundings, { ...setup, devices });
    const seen = new Set<string>();
    for (const camera of table.cameras)
      for (const { edge, from, to } of camera.stretches)
        for (let at = Math.round(from); at < Math.round(to); at++) seen.add(`${edge} ${at}`);
    metres += gain.metres;
    expect(Math.abs(seen.size - metres)).toBeLessThan(0.02 * metres + 4);
    for (const id of gain.keyPlaces)
      expect(table.keyPlaces.find((place) => place.id === id)!.cameras).toContain(devices.at(-1)!.id);
  }
});

test('never a camera that gains nothing: where all is seen, none is proposed', () => {
  const all = proposeCameras(surroundings, setup, coverageTable(surroundings, setup), CAMERA, 500);
  const devices = all.map(({ view }, i) =>
    cameraAt(`N${i}`, [view.at[0], view.at[1], view.at[2]], view.azimuth, { ...CAMERA }),
  );
  const full = { ...setup, devices };
  expect(proposeCameras(surroundings, full, coverageTable(surroundings, full), CAMERA, 5)).toEqual([]);
});

test('the same question has the same answer', () => {
  const ask = () => proposeCameras(surroundings, setup, coverageTable(surroundings, setup), CAMERA, 8);
  expect(ask()).toEqual(ask());
});

test('greedy: more cameras never cover less, gains never rise, no gain is empty, in any small mine', () => {
  const coordinate = fc.integer({ min: 0, max: 8 }).map((n) => n * 20);
  const point = fc.tuple(coordinate, coordinate, fc.constant(0));
  fc.assert(
    fc.property(
      fc.array(fc.array(point, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.array(point, { maxLength: 4 }),
      fc.integer({ min: 1, max: 6 }),
      (lines, places, count) => {
        const around = createSurroundings(
          networkOf(Object.fromEntries(lines.map((line, i) => [`L${i}`, line] as const))),
        );
        const asked = {
          devices: [],
          keyPlaces: places.map((at, i) => keyPlaceAt(`P${i}`, at)),
          workPlaces: [],
        };
        const table = coverageTable(around, asked);
        const many = proposeCameras(around, asked, table, CAMERA, count);
        const fewer = proposeCameras(around, asked, table, CAMERA, count - 1);
        expect(many.slice(0, count - 1)).toEqual(fewer);
        const gains = many.map((one) => placesOf(one) * 1e9 + one.gain.metres);
        for (const gain of gains) expect(gain).toBeGreaterThan(0);
        for (let i = 1; i < gains.length; i++) expect(gains[i]!).toBeLessThanOrEqual(gains[i - 1]! + 1e-3);
        expect(many.reduce((sum, { gain }) => sum + gain.metres, 0)).toBeLessThanOrEqual(
          around.cells.step.reduce((sum, step) => sum + step, 0) + 1e-6,
        );
      },
    ),
    { numRuns: 40 },
  );
});
