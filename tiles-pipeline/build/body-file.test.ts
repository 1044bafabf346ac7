import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BodiesFile, bodiesSchema } from '../../domain/contracts/geology.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import { isClosedAsSaid, readBodies, readStrata } from '../../domain/geology/read-bodies.ts';
import { curtainSection } from '../../domain/geology/section/curtain.ts';
import { ringsArea } from '../../domain/geology/section/mesh-cut.ts';
import { signedVolume } from '../../domain/geometry/triangle-mesh.ts';
import { builtMine } from '../../e2e/built-mine.ts';
import { checkBundle } from '../check/check-bundle.ts';

let bundle: string;
let list: BodiesFile;
let binary: ArrayBuffer;
let bodies: GeologicalBody[];

beforeAll(async () => {
  bundle = builtMine('data/qingshi-iron');
  list = bodiesSchema.parse(JSON.parse(await readFile(join(bundle, 'model/bodies.json'), 'utf8')));
  const bytes = await readFile(join(bundle, list.file));
  binary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  bodies = readBodies(list, binary);
});

test('every goaf, ore body, cavity and roadway of the demo is there, closed, and as what it was declared', () => {
  const kinds = new Set(bodies.map(({ kind }) => kind));
  for (const kind of [
    'goaf',
    'goaf-water',
    'ore',
    'karst',
    'stope',
    'roadway',
    'shaft',
    'planned-heading',
    'surface',
  ] as const)
    expect(kinds, kind).toContain(kind);
  for (const body of bodies) {
    expect(isClosedAsSaid(body), `${body.layerId} ${body.featureId}`).toBe(true);
    if (body.kind !== 'surface' && body.kind !== 'water')
      expect(body.closed, `${body.layerId} ${body.featureId}`).toBe(true);
  }
});

test('a curtain through the ore body finds its area: parallel cuts add up to its volume', () => {
  const ore = bodies.find(({ kind }) => kind === 'ore')!;
  const [east, north] = [0, 1].map((k) => ore.mesh.positions.filter((_, i) => i % 3 === k));
  const [low, high] = [Math.min(...north!), Math.max(...north!)];
  const [west, far] = [Math.min(...east!) - 1, Math.max(...east!) + 1];
  const step = (high - low) / 400;
  let sum = 0;
  for (let n = low + step / 2; n < high; n += step) {
    const { bodies: cuts } = curtainSection(
      [
        [west, n],
        [far, n],
      ],
      null,
      [ore],
    );
    for (const { rings } of cuts) sum += ringsArea(rings) * step;
  }
  const volume = Math.abs(signedVolume(ore.mesh));
  expect(Math.abs(sum - volume) / volume).toBeLessThan(1e-3);
});

test('a file cut short is told, not read as something else', () => {
  expect(() => readBodies(list, binary.slice(0, 100))).toThrow(/the file ends at byte 100/);
});

test('the checker sees a bundle whose bodies are sound', async () => {
  expect((await checkBundle(bundle)).problems).toEqual([]);
});

test('a unit that is an obstacle has its bodies beside the others, each vertex with how far it may be off', () => {
  const units = readStrata(list, binary);
  expect(units.length).toBeGreaterThan(0);
  for (const unit of units) {
    expect(unit.layerId).toBe('strata');
    expect(unit.featureId).toMatch(/^gravel/);
    expect(unit.closed && isClosedAsSaid(unit)).toBe(true);
    expect(unit.deviation).toHaveLength(unit.mesh.positions.length / 3);
    expect(unit.deviation!.every((value) => value >= 0)).toBe(true);
    expect(Math.max(...unit.deviation!)).toBeGreaterThan(0.1);
  }
  // What was surveyed is no model.
  expect(bodies.some(({ kind, deviation }) => kind === 'goaf' && deviation)).toBe(false);
});
