import { expect, test } from 'vitest';
import { createMineFrame } from '../../domain/frame/mine-frame.ts';
import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { faultedModel, layeredModel } from '../../domain/geology/small-model.test-kit.ts';
import { signedVolume } from '../../domain/geometry/triangle-mesh.ts';
import { degrees, metres } from '../../domain/units/quantities.ts';
import { writeBundle } from '../check/bundle-fixture.ts';
import { checkBundle } from '../check/check-bundle.ts';
import type { MineGeology } from './mine-geology.ts';
import { strataLayer } from './strata.ts';

const frame = createMineFrame({
  survey: createSurveySystem({
    proj: '+proj=tmerc +lon_0=117 +x_0=39500000 +ellps=GRS80',
    axes: 'x-north-y-east',
    units: 'metre',
  }),
  geoidSeparation: metres(0),
  origin: { longitude: degrees(117), latitude: degrees(35), ellipsoidHeight: metres(0) },
});
const geologyOf = (model: MineGeology['model']): MineGeology => ({
  model,
  accounts: model.units.map((_, u) => ({
    contacts: 10 + u,
    ambiguous: 0,
    method: 'elevation',
    variogram: null,
    crossValidation:
      u === 2 ? null : { holes: 9, contacts: 10 + u, meanError: 0.1, rmse: 1.5, inside95: 0.9 },
    residual: null,
  })),
});
const made = (model: MineGeology['model']) =>
  strataLayer(geologyOf(model), { frame }, 'synthetic', ['collars']);

test('each unit of each block is a feature with its volume, contacts and certainty', async () => {
  const { layer, units } = await made(faultedModel());
  expect(layer.features.map(({ properties }) => properties.id)).toEqual([
    'QC/W',
    'LS/W',
    'SC/W',
    'QC/E',
    'LS/E',
    'SC/E',
  ]);
  const limestone = layer.features.filter(({ properties }) => properties.legend === 'LS');
  const volume = limestone.reduce((sum, { mesh }) => sum + signedVolume(mesh), 0);
  expect(units[1]).toEqual({ layer: 'strata', volume });
  for (const { properties } of limestone) {
    expect(properties).toMatchObject({
      provenance: 'synthetic',
      contacts: 11,
      blockContacts: 6,
      deviation: 1,
      leftOutMean: 0.1,
      leftOutRmse: 1.5,
      leftOutInside: 90,
    });
    expect(properties.zMin).toBeLessThan(properties.zMax as number);
  }
  // Nobody reached the base of the lowest: how well it is known is not known.
  expect(layer.features.find(({ properties }) => properties.id === 'SC/E')!.properties).toMatchObject({
    deviation: null,
    leftOutRmse: null,
  });
  expect(layer.legend.map(({ key }) => key)).toEqual(['QC', 'LS', 'SC']);
});

test('a mine without faults names its units plainly', async () => {
  const { layer } = await made(layeredModel());
  expect(layer.features.map(({ properties }) => properties.id)).toEqual(['QC', 'LS', 'SC']);
  expect(layer.features[1]!.properties).toMatchObject({ block: null, blockContacts: null });
});

test('vertices say how well the surface is known there: the ground exactly, the contact by its deviation, the floor not', async () => {
  const { layer } = await made(layeredModel());
  const [soil, limestone, schist] = layer.features.map(({ mesh }) => mesh);
  const at = ({ positions, deviation }: typeof soil & object, east: number, up: (e: number) => number) => {
    for (let i = 0; i < positions.length; i += 3)
      if (positions[i] === east && Math.abs(positions[i + 2]! - up(east)) < 1e-9) return deviation![i / 3];
    throw new Error('no such vertex');
  };
  expect(at(soil!, 400, (e) => 100 + 0.1 * e)).toBe(0);
  expect(at(soil!, 400, (e) => 90 + 0.1 * e)).toBe(1);
  expect(at(limestone!, 400, (e) => 20 - 0.05 * e)).toBe(5);
  expect(at(schist!, 400, (e) => 20 - 0.05 * e)).toBe(5);
  expect(at(schist!, 400, () => -200)).toBeNaN();
});

test('the base of every unit is a surface of its own, made of the vertices of its body; the base nobody met is none', async () => {
  const { layer, bases } = await made(faultedModel());
  expect(bases).toMatchObject({ id: 'strata-bases', kind: 'surface', group: 'strata', shownAtStart: false });
  expect(bases.features.map(({ properties }) => properties.id)).toEqual(['QC/W', 'LS/W', 'QC/E', 'LS/E']);
  for (const { mesh, properties } of bases.features) {
    const body = layer.features.find((one) => one.properties.id === properties.id)!.mesh;
    const own = new Set<string>();
    for (let i = 0; i < body.positions.length; i += 3) own.add(body.positions.subarray(i, i + 3).join());
    const isSoil = properties.unit === 'QC';
    const drop = !isSoil && properties.block === 'E' ? 40 : 0;
    for (let i = 0; i < mesh.positions.length; i += 3) {
      expect(own.has(mesh.positions.subarray(i, i + 3).join())).toBe(true);
      const [east, , up] = mesh.positions.subarray(i, i + 3);
      expect(Math.abs(up! - (isSoil ? 90 + 0.1 * east! : 20 - 0.05 * east! - drop))).toBeLessThan(2e-3);
      expect(mesh.deviation![i / 3]).toBeCloseTo(1, 5);
    }
    expect(properties).toMatchObject({ deviation: 1, contacts: isSoil ? 10 : 11 });
  }
  // West and east of the fault the contact ends where the fault cuts it: 60°, so 40 m lower is 23 m farther east.
  const area = (id: string) =>
    bases.features.find(({ properties }) => properties.id === id)!.properties.area as number;
  const plan = (east: number) => east * 600 * Math.hypot(1, 0.05);
  const cutAt = (drop: number) =>
    (400 - (20 - drop) / Math.tan(Math.PI / 3)) / (1 - 0.05 / Math.tan(Math.PI / 3));
  expect(area('LS/W') / plan(cutAt(0))).toBeCloseTo(1, 4);
  expect(area('LS/E') / plan(800 - cutAt(40))).toBeCloseTo(1, 4);
});

test('its tiles carry the deviation, and the checker holds them to what the catalog says', async () => {
  const { layer, bases } = await made(faultedModel());
  expect((await checkBundle(await writeBundle([bases]))).problems).toEqual([]);
  const folder = await writeBundle([layer]);
  expect((await checkBundle(folder)).problems).toEqual([]);
  const less = await writeBundle([layer], { deviation: { most: 0.5 } });
  expect((await checkBundle(less)).problems.map(({ code }) => code)).toContain('deviation-invalid');
  const none = await writeBundle([layer], { deviation: undefined });
  expect((await checkBundle(none)).problems.map(({ code }) => code)).toContain('deviation-invalid');
});
