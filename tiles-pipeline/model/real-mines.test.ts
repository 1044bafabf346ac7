import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { strataSchema } from '../../domain/contracts/stratigraphy.ts';
import { edgeReport } from '../../domain/geometry/triangle-mesh.ts';
import { readManifest } from '../read/manifest-file.ts';
import { type MineModel, modelMine } from './model-mine.ts';
import { strataSolids } from './strata-solids.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const hasData = existsSync(path('../shared/data'));
const title = (name: string): string => (hasData ? name : `${name} (skipped: ../shared/data is absent)`);

/** Reads a real mine once for all its tests and checks what holds for each of them. */
const realMine = (id: string, tests: (mine: () => MineModel) => void): void => {
  describe.skipIf(!hasData)(title(id), () => {
    let model: MineModel;
    beforeAll(async () => {
      const { manifest, folder } = await readManifest(path(`e2e/mines/${id}/mine.yaml`));
      model = await modelMine(manifest, folder);
    }, 60_000);
    test('nothing is fatal, every finding has its words, every row its columns, every vertex a place', () => {
      expect(model.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const finding of model.findings) {
        const { what, mend } = describeFinding(finding, 'en');
        expect(`${what}${mend}`).not.toMatch(/\{\w+\}/);
      }
      for (const layer of model.layers) {
        const columns = layer.properties.map((column) => column.id).sort();
        expect(new Set(columns).size).toBe(columns.length);
        expect(new Set(layer.features.map(({ properties }) => properties.id)).size).toBe(
          layer.features.length,
        );
        expect(layer.legend.reduce((sum, { count }) => sum + count, 0)).toBe(layer.features.length);
        for (const { mesh, properties } of layer.features) {
          expect(Object.keys(properties).length).toBe(columns.length);
          expect(mesh.positions.every(Number.isFinite)).toBe(true);
        }
      }
    });
    tests(() => model);
  });
};

/** The mine with a column it does not declare. */
const withStrata = async (id: string): Promise<MineModel> => {
  const { manifest, folder } = await readManifest(path(`e2e/mines/${id}/mine.yaml`));
  const strata = strataSchema.parse({
    cell: 50,
    reach: 200,
    units: [
      { id: 'upper', name: { zh: '上', en: 'upper' }, lithologies: ['泥岩'] },
      { id: 'lower', name: { zh: '下', en: 'lower' }, lithologies: ['煤'] },
    ],
  });
  return modelMine({ ...manifest, strata }, folder);
};

const layerOf = (model: MineModel, id: string) => model.layers.find((layer) => layer.id === id)!;
const found = (model: MineModel, code: string) => model.findings.filter((finding) => finding.code === code);
const sourceOf = (model: MineModel, id: string) => model.sources.find((source) => source.id === id)!;

realMine('charleroi', (mine) => {
  test('283 goafs of 14 seams and 549 ha, 452 roadways, 17 shafts from 34 points', () => {
    const goafs = layerOf(mine(), 'goafs').features;
    expect(goafs).toHaveLength(283);
    expect(new Set(goafs.map(({ properties }) => properties.seam)).size).toBe(14);
    const hectares = (column: string): number =>
      goafs.reduce((sum, { properties }) => sum + (properties[column] as number), 0) / 1e4;
    // Area vectors of the rings (an independent sum over the file's coordinates): 549.3 ha in the panels' planes,
    // 528.0 in plan. Following the waves of the panels, as `area` does, can only add to that.
    expect(hectares('area')).toBeGreaterThan(549.3);
    expect(hectares('area')).toBeLessThan(549.3 * 1.005);
    expect(Math.abs(hectares('volume') - 549.3)).toBeLessThan(0.5);
    expect(Math.abs(hectares('planArea') - 528)).toBeLessThan(0.5);
    expect(goafs.every(({ properties }) => properties.watertight)).toBe(true);
    expect(layerOf(mine(), 'roadways').features).toHaveLength(452);
    expect(layerOf(mine(), 'shafts').features).toHaveLength(17);
    expect(sourceOf(mine(), 'shafts')).toMatchObject({ rowsRead: 34, featuresMade: 17, rowsRejected: 0 });
  });

  test('every listed defect is reported', () => {
    const model = mine();
    expect(found(model, 'file-name-padded')).toHaveLength(1);
    expect(found(model, 'header-padded').map(({ column }) => column)).toEqual([
      'Couche',
      'Profondeur',
      'Début ou fin',
    ]);
    expect(found(model, 'types-mapped')[0]!.params.count).toBe(6);
    expect(layerOf(model, 'roadways').legend.map(({ key }) => key)).toHaveLength(7);
    expect(found(model, 'year-invalid').map(({ value }) => value)).toEqual(['-1913', '0']);
    expect(found(model, 'height-zero')).toMatchObject([{ feature: '384', params: { vertices: '4' } }]);
    expect(found(model, 'shaft-height-zero').map(({ feature }) => feature)).toEqual(['Puits N12']);
    expect(found(model, 'shaft-ends-swapped').map(({ feature }) => feature)).toEqual([
      'Siège Sacré-Français - P1',
      'Puits N12',
    ]);
    expect(found(model, 'depth-below-surface')).toHaveLength(1);
    expect(found(model, 'depth-empty').map(({ row }) => row)).toEqual([172]);
    expect(found(model, 'network-in-parts')[0]!.params.components as number).toBeGreaterThan(140);
    // Root mean square over distinct corners gives 8; counting the closing corner twice, as the data's notes do, 7.
    expect(found(model, 'polygon-out-of-plane')).toHaveLength(8);
    expect(found(model, 'panels-stacked')[0]!.params.pairs as number).toBeGreaterThan(100);
    expect(found(model, 'thickness-assumed')[0]!.params.count).toBe(283);
  });

  test('floors of 13 seams from their panels; the pump room that stands among the seams is none', () => {
    const { seams, layer } = mine().seams!;
    expect(seams.map(({ name }) => name)).toHaveLength(13);
    expect(layer.features).toHaveLength(13);
    expect(found(mine(), 'seam-too-few-points')).toMatchObject([{ params: { seam: 'Salle de pompe' } }]);
    for (const { surface, panels } of seams) {
      // Panels more than 5 m out of plane are in it, so no surface can pass every corner of them.
      expect(surface.residual.rms).toBeLessThan(1.5);
      const left = surface.fit.crossValidation;
      if (panels < 3) expect(left).toBeNull();
      else {
        expect(left!.groups).toBe(panels);
        expect(left!.rmse).toBeLessThan(10);
        expect(left!.inside95).toBeGreaterThan(0.8);
      }
    }
    expect(seams.reduce((sum, { panels }) => sum + panels, 0)).toBe(282);
  });

  test('swapped shafts stand the right way up', () => {
    for (const { properties } of layerOf(mine(), 'shafts').features)
      expect(properties.top as number).toBeGreaterThan(properties.bottom as number);
  });
});

realMine('wheal-pell', (mine) => {
  test('847 legs of 266 centre-line and 581 splays, 1.9 km, and the terrain', () => {
    expect(sourceOf(mine(), 'survey').counts).toMatchObject({ legs: 847, centreline: 266, splays: 581 });
    expect(layerOf(mine(), 'survey-legs').features).toHaveLength(847);
    const metres = mine().network!.components.reduce((sum, part) => sum + part.length, 0);
    expect(Math.abs(metres - 1900)).toBeLessThan(50);
    expect(sourceOf(mine(), 'ground').counts.cells).toBe(665_038);
    expect(layerOf(mine(), 'terrain').features).toHaveLength(1);
  });

  test('no cross-sections: passages come from splays and are derived; the shaft top stands above the terrain', () => {
    expect(found(mine(), 'passages-from-splays')).toHaveLength(1);
    expect(layerOf(mine(), 'cave-passages').provenance).toBe('derived');
    expect(layerOf(mine(), 'cave-passages').features.length).toBeGreaterThan(50);
    expect(found(mine(), 'ground-disagrees')).toMatchObject([{ value: '107.0' }]);
  });
});

realMine('babbitt', (mine) => {
  test('399 deviated holes in feet, 2 628 stations, 35 616 intervals, a solid of 63 749 triangles', () => {
    expect(sourceOf(mine(), 'collars')).toMatchObject({ rowsRead: 399, featuresMade: 399 });
    expect(sourceOf(mine(), 'surveys')).toMatchObject({ rowsRead: 2628, featuresMade: 2628 });
    expect(sourceOf(mine(), 'assays')).toMatchObject({
      rowsRead: 35_616,
      featuresMade: 35_616,
      rowsRejected: 0,
    });
    expect(layerOf(mine(), 'solids-ore').features[0]!.mesh.indices.length / 3).toBe(63_749);
  });

  test('feet are metres: the collar of 34873 is at 1 590 US survey feet', () => {
    const first = layerOf(mine(), 'boreholes').features.find(
      ({ properties }) => properties.hole === '34873',
    )!;
    expect(first.properties.collarElevation as number).toBeCloseTo((1590 * 1200) / 3937, 6);
    expect(first.properties.topElevation).toBe(first.properties.collarElevation);
    expect(first.properties.bottomElevation as number).toBeCloseTo(((1590 - 2515) * 1200) / 3937, 6);
  });

  test('the inferred datum, the stations beyond their holes and the open solid are reported', () => {
    expect(found(mine(), 'crs-datum-approximate')).toHaveLength(1);
    expect(found(mine(), 'survey-beyond-depth')).toHaveLength(70);
    expect(found(mine(), 'mesh-open')).toMatchObject([
      { feature: 'Mpz', params: { open: 3, nonManifold: 4 } },
    ]);
    expect(layerOf(mine(), 'solids-ore').features[0]!.properties.volume).toBeNull();
  });

  test('assays name no rock: strata are refused, and the reason is said', async () => {
    const model = await withStrata('babbitt');
    expect(model.geology).toBeNull();
    expect(found(model, 'strata-no-lithology')).toMatchObject([
      { severity: 'warning', params: { count: 399 } },
    ]);
    expect(layerOf(model, 'boreholes').features.length).toBeGreaterThan(30_000);
  }, 60_000);
});

realMine('karara', (mine) => {
  test('133 holes, 8 of them without a height, 5 001 intervals, 1 364 stations; the terrain', () => {
    const collars = sourceOf(mine(), 'collars');
    expect(collars.rowsRead).toBe(133);
    expect(found(mine(), 'hole-without-height')).toHaveLength(8);
    const holes = mine().logs.flatMap((one) => one.holes);
    expect(holes).toHaveLength(133);
    expect(holes.filter(({ height }) => height === null)).toHaveLength(8);
    expect(sourceOf(mine(), 'geology')).toMatchObject({ rowsRead: 5001, rowsRejected: 0 });
    expect(sourceOf(mine(), 'surveys').rowsRead).toBe(1364);
    expect(sourceOf(mine(), 'surveys').featuresMade + sourceOf(mine(), 'surveys').rowsRejected).toBe(1364);
    expect(found(mine(), 'pivot-joined').map(({ params }) => params.rows)).toEqual([905, 7830, 54_694]);
    expect(layerOf(mine(), 'terrain').features).toHaveLength(1);
  });

  test('rounded coordinates, two azimuth names and heights only in attributes are reported', () => {
    const model = mine();
    expect(found(model, 'coordinates-disagree')[0]!.params.metres as number).toBeGreaterThan(20);
    const roles = found(model, 'role-from-several-columns').map(({ params }) => params.role);
    expect(roles).toEqual(expect.arrayContaining(['z', 'azimuth', 'lithology']));
    expect(found(model, 'pivot-joined')[0]!.params.roles).toBe('z');
    expect(found(model, 'lithology-unknown')).toHaveLength(1);
  });

  test('the base of the cover: ambiguous contacts are listed and used as bounds alone, codes without a meaning too', () => {
    const { accounts } = mine().geology!;
    const listed = mine().findings.filter(({ code }) =>
      ['contact-interrupted', 'contact-unknown-rock', 'contact-repeated'].includes(code),
    );
    expect(listed).toHaveLength(accounts[0]!.ambiguous);
    expect(listed.length).toBeGreaterThanOrEqual(10);
    for (const { row, feature, severity, params } of listed) {
      expect(severity).toBe('warning');
      expect(row).toBeGreaterThan(1);
      expect(feature).toBeTruthy();
      // What is between the two depths is not decided.
      expect(Number(params.to)).toBeGreaterThan(Number(params.from));
    }
    const [unplaced] = found(mine(), 'strata-rocks-unplaced');
    expect(unplaced!.params.codes).toMatch(/X \(77\).*Tx/);
    expect(accounts[0]!.contacts).toBeGreaterThan(15);
    expect(accounts[0]!.crossValidation!.inside95).toBeGreaterThan(0.9);
    // Nobody met the base of the Archaean.
    expect(accounts[1]).toMatchObject({ contacts: 0, crossValidation: null });
  });

  test('its surfaces do not cross, its bodies are closed and fill the ground between them', async () => {
    const { model } = mine().geology!;
    const [{ bases }] = model.blocks as [(typeof model.blocks)[0]];
    let known = 0;
    for (let k = 0; k < model.ground.up.length; k++) {
      const base = bases[0]!.up[k]!;
      if (Number.isNaN(base)) continue;
      known++;
      expect(base <= model.ground.up[k]!).toBe(true);
      expect(bases[0]!.deviation[k]!).toBeGreaterThan(0);
      expect(Number.isNaN(bases[1]!.up[k]!)).toBe(true);
    }
    expect(known).toBeGreaterThan(1000);
    const solids = await strataSolids(model);
    expect(solids.map(({ unit }) => unit)).toEqual([0, 1]);
    for (const { mesh } of solids) expect(edgeReport(mesh)).toMatchObject({ closed: true, misoriented: 0 });
  });
});

realMine('mindong', (mine) => {
  test('6 holes without heights: no layer, but 367 logged intervals by depth, without a gap', () => {
    const { layers, logs } = mine();
    expect(layers).toEqual([]);
    const holes = logs.flatMap((one) => one.holes);
    expect(holes.map(({ hole }) => hole)).toEqual(['50-14', '50-15', '50-16', '52-17', '52-18', '52-19']);
    expect(holes.flatMap(({ intervals }) => intervals)).toHaveLength(367);
    expect(holes.every(({ height, path }) => height === null && path === null)).toBe(true);
    for (const { intervals, depth } of holes) {
      expect(intervals[0]!.from).toBe(0);
      intervals.slice(1).forEach(({ from }, i) => {
        expect(from).toBeCloseTo(intervals[i]!.to, 6);
      });
      expect(intervals.at(-1)!.to).toBeCloseTo(depth, 6);
    }
    expect(found(mine(), 'hole-without-height')).toHaveLength(6);
  });

  test('without heights nobody knows where its contacts are: strata are refused and said so, the logs stay', async () => {
    const model = await withStrata('mindong');
    expect(model.geology).toBeNull();
    expect(found(model, 'strata-no-placed-holes')).toMatchObject([{ severity: 'warning' }]);
    expect(model.logs.flatMap(({ holes }) => holes.flatMap(({ intervals }) => intervals))).toHaveLength(367);
  });
});

realMine('hamersley', (mine) => {
  test('35 faults lie on the terrain as lines: 289 km in plan, over the hills a little more', () => {
    const faults = layerOf(mine(), 'fault-traces').features;
    expect(sourceOf(mine(), 'faults')).toMatchObject({ rowsRead: 35, featuresMade: 35, rowsRejected: 0 });
    expect(layerOf(mine(), 'terrain').features).toHaveLength(1);
    const length = faults.reduce((sum, { properties }) => sum + (properties.length as number), 0);
    expect(length / 288_708.6).toBeGreaterThan(1);
    expect(length / 288_708.6).toBeLessThan(1.01);
    const ground = layerOf(mine(), 'terrain').features[0]!.properties;
    for (const { properties } of faults) {
      expect(properties.zMin).toBeGreaterThan((ground.zMin as number) - 20);
      expect(properties.zMax).toBeLessThan((ground.zMax as number) + 20);
    }
    expect(found(mine(), 'trace-off-terrain')).toEqual([]);
  });

  test('a dip that is filled in is no dip: no surface is made, said once, and a heading is told of 35 faults nobody can place', () => {
    const { features, provenance } = layerOf(mine(), 'fault-traces');
    expect(features.every(({ properties }) => properties.form === 'line' && properties.dip === null)).toBe(
      true,
    );
    expect(provenance).toBe('measured');
    expect(found(mine(), 'traces-without-dip')).toMatchObject([
      { severity: 'warning', params: { count: 35 } },
    ]);
    expect(mine().driving!.lost).toMatchObject([{ kind: 'fault', rows: 35 }]);
    expect(mine().driving!.recorded).not.toContain('fault');
  });
});
