import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Geology, makeGeology } from '../data/generator/geology.ts';
import { ORIGIN } from '../data/generator/place.ts';
import { portalCut } from '../data/generator/ramp.ts';
import { makeGround } from '../data/generator/terrain.ts';
import { DEMO_SEED } from '../data/generator/write-demo.ts';
import { enu } from '../domain/frame/coordinates.ts';
import type { MineFrame } from '../domain/frame/mine-frame.ts';
import { columnAt } from '../domain/geology/column.ts';
import type { GeologicalModel } from '../domain/geology/geological-model.ts';
import { edgeReport } from '../domain/geometry/triangle-mesh.ts';
import { columnVolumes, unitVolumes } from '../tiles-pipeline/model/column-volumes.test-kit.ts';
import type { SourcedLayer } from '../tiles-pipeline/model/layer-draft.ts';
import type { MineGeology } from '../tiles-pipeline/model/mine-geology.ts';
import { modelMine } from '../tiles-pipeline/model/model-mine.ts';
import { strataSolids } from '../tiles-pipeline/model/strata-solids.ts';
import { readManifest } from '../tiles-pipeline/read/manifest-file.ts';

/**
 * The demo mine's true underground is known, so what is modelled from its survey files can be held against it: not only
 * how near the surfaces come, but whether they say truly how far off they may be.
 */

let geology: MineGeology;
let model: GeologicalModel;
let frame: MineFrame;
let truth: Geology;
let ore: SourcedLayer;

beforeAll(async () => {
  truth = makeGeology(DEMO_SEED, makeGround(DEMO_SEED, portalCut));
  const { manifest, folder } = await readManifest(
    join(import.meta.dirname, '../data/qingshi-iron/mine.yaml'),
  );
  // The demo draws the ore as it was interpreted; here it is made from the holes alone.
  const body = {
    id: 'fe',
    name: { zh: '磁铁矿体', en: 'magnetite' },
    is: 'ore',
    lithologies: ['FE'],
    edge: 12,
    spacing: 12,
    reach: 60,
    plane: { dipDirection: 130, dip: 52, across: 0.25 },
  } as const;
  const mine = await modelMine({ ...manifest, bodies: [{ ...body, lithologies: ['FE'] }] }, folder);
  ore = mine.layers.find(({ id }) => id === 'body-fe')!;
  expect(mine.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  geology = mine.geology!;
  model = geology.model;
  frame = mine.frame;
}, 60_000);

const rockAt = (east: number, north: number, up: number): string => {
  const { easting, northing, height } = frame.enuToSurvey(enu(east, north, up));
  return truth.lithologyAt([easting - ORIGIN.easting, northing - ORIGIN.northing, height]);
};

/** Every second node, a metre off it. */
const places = function* (): Generator<readonly [east: number, north: number]> {
  const { grid } = model;
  for (let j = 0; j < grid.rows; j += 2)
    for (let i = 0; i < grid.columns; i += 2)
      yield [grid.east + i * grid.cell + 1, grid.north + j * grid.cell + 1];
};

/** Height of the nearest place within `reach` of `up` at which the unit or one above it lies on one below; NaN: none. */
const trueBase = (unit: number, east: number, north: number, up: number, reach: number): number => {
  const placeOf = (at: number) =>
    model.units.findIndex(({ lithology }) => lithology === rockAt(east, north, at));
  for (let d = 0; d < reach; d += 0.25)
    for (const at of [up + d, up - d]) {
      const [above, below] = [placeOf(at + 0.2), placeOf(at - 0.2)];
      if (above >= 0 && above <= unit && below > unit) return at;
    }
  return Number.NaN;
};

test('rock of the model is rock of the mine', () => {
  const right = new Map<string, { all: number; same: number }>();
  for (const [east, north] of places())
    for (const { unit, top, base } of columnAt(model, east, north))
      for (let up = top - 2; up > base; up -= 10) {
        const rock = rockAt(east, north, up);
        const said = model.units[unit]?.lithology;
        // Ore, cavities and fault zones are bodies of their own.
        if (!said || !model.units.some(({ lithology }) => lithology === rock)) continue;
        const count = right.get(said) ?? { all: 0, same: 0 };
        count.all++;
        if (rock === said) count.same++;
        right.set(said, count);
      }
  const share = (rock: string) => right.get(rock)!.same / right.get(rock)!.all;
  expect(share('QC')).toBeGreaterThan(0.9);
  expect(share('QG')).toBeGreaterThan(0.85);
  expect(share('WZ')).toBeGreaterThan(0.8);
  expect(share('LS')).toBeGreaterThan(0.85);
  expect(share('SC')).toBeGreaterThan(0.97);
});

test('nineteen of twenty bases lie within the band the model gives itself, near holes and far from them', () => {
  for (const [unit, { lithology }] of model.units.entries()) {
    const errors: { error: number; deviation: number }[] = [];
    for (const [east, north] of places())
      for (const part of columnAt(model, east, north)) {
        if (part.unit !== unit || part.baseKind !== 'contact') continue;
        const at = trueBase(unit, east, north, part.base, 150);
        if (!Number.isNaN(at)) errors.push({ error: part.base - at, deviation: part.baseDeviation });
      }
    if (lithology === 'SC') {
      // Nobody met its base: no surface says where it is.
      expect(errors).toEqual([]);
      continue;
    }
    expect(errors.length).toBeGreaterThan(50);
    const inside = errors.filter(({ error, deviation }) => Math.abs(error) <= 1.96 * deviation + 0.25);
    expect(inside.length / errors.length).toBeGreaterThan(0.92);
    const near = errors.filter(({ deviation }) => deviation < 2);
    expect(near.length).toBeGreaterThan(20);
    expect(Math.sqrt(near.reduce((sum, { error }) => sum + error * error, 0) / near.length)).toBeLessThan(
      2.5,
    );
  }
});

test('left-out holes are where they were said to be, and that is in the account of every unit with holes', () => {
  for (const [unit, account] of geology.accounts.entries()) {
    if (model.units[unit]!.lithology === 'SC') {
      expect(account).toMatchObject({ contacts: 0, variogram: null, crossValidation: null });
      continue;
    }
    expect(account.contacts).toBeGreaterThan(40);
    expect(Math.abs(account.crossValidation!.meanError)).toBeLessThan(0.3);
    expect(account.crossValidation!.inside95).toBeGreaterThan(0.9);
    expect(account.residual!.rms).toBeLessThan(0.6);
  }
});

test('every body is closed, and its volume within 0.1 % of the integral of the columns, which know no mesh', async () => {
  const solids = await strataSolids(model);
  for (const { mesh } of solids) expect(edgeReport(mesh)).toMatchObject({ closed: true, misoriented: 0 });
  const columns = columnVolumes(model, model.grid.cell / 5);
  const total = [...columns].reduce((sum, [key, volume]) => (key.startsWith('-1/') ? sum : sum + volume), 0);
  for (const [unit, volume] of unitVolumes(columns)) {
    if (unit < 0) continue;
    const own = solids.filter((one) => one.unit === unit).reduce((sum, one) => sum + one.volume, 0);
    expect(Math.abs(own - volume) / volume, model.units[unit]!.id).toBeLessThan(1e-3);
  }
  for (const [key, volume] of columns) {
    const [unit, block] = key.split('/').map(Number);
    if (unit! < 0) continue;
    const own = solids
      .filter((one) => one.unit === unit && one.block === block)
      .reduce((sum, one) => sum + one.volume, 0);
    expect(Math.abs(own - volume), key).toBeLessThan(1e-3 * Math.max(volume, total / 100));
  }
}, 120_000);

test('both faults cut it into blocks, and surfaces never cross', () => {
  expect(model.faults.map(({ id }) => id)).toEqual(['F1', 'F2']);
  expect(model.blocks.length).toBeGreaterThanOrEqual(3);
  for (const { bases } of model.blocks)
    for (let k = 0; k < model.ground.up.length; k++) {
      let limit = model.ground.up[k]!;
      for (const { up } of bases) {
        expect(up[k]! > limit).toBe(false);
        if (!Number.isNaN(up[k]!)) limit = up[k]!;
      }
    }
});

test('ore made from the holes is the true ore to a sixth of its volume, in every fault block, and says how sure it is', () => {
  const volume = ore.features.reduce((sum, { properties }) => sum + (properties.volume as number), 0);
  const step = 12;
  let real = 0;
  for (let east = -700; east < 900; east += step)
    for (let north = -700; north < 900; north += step)
      for (let up = -420; up < 150; up += step) {
        const { easting, northing, height } = frame.enuToSurvey(enu(east, north, up));
        if (truth.ore([easting - ORIGIN.easting, northing - ORIGIN.northing, height]) > 0) real += step ** 3;
      }
  expect(Math.abs(volume / real - 1)).toBeLessThan(1 / 6);
  expect(ore.features).toHaveLength(3);
  for (const { properties } of ore.features) {
    expect(properties.leftOutSide as number).toBeGreaterThan(90);
    expect(properties.leftOutInside as number).toBeGreaterThan(88);
  }
}, 60_000);
