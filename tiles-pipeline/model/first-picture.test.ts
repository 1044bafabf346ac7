import { describe, expect, it } from 'vitest';
import { withFirstPicture } from './first-picture.ts';
import type { LayerModel } from './layer-model.ts';

/** A level sheet `east` × `north` metres, facing up. */
const sheet = (east: number, north: number): LayerModel['features'] => [
  {
    mesh: {
      positions: new Float64Array([0, 0, 5, east, 0, 5, east, north, 5, 0, north, 5]),
      indices: new Uint32Array([0, 1, 2, 0, 2, 3]),
      colour: [0, 0, 1, 1],
    },
    properties: {},
  },
];

const layer = (
  group: LayerModel['group'],
  features: LayerModel['features'],
  o: Partial<LayerModel> = {},
): LayerModel => ({
  id: group,
  group,
  kind: group === 'water' ? 'water' : 'goaf',
  name: { zh: group, en: group },
  provenance: 'measured',
  shownAtStart: true,
  properties: [],
  legend: [],
  features,
  detail: 'keep',
  ...o,
});

const shown = (...layers: LayerModel[]) => withFirstPicture(layers).map((one) => one.shownAtStart);

describe('first picture', () => {
  const goafs = layer('goafs', sheet(100, 50));

  it('leaves out water that covers more ground than the mine, and keeps the rest', () => {
    expect(shown(goafs, layer('water', sheet(100, 51)))).toEqual([true, false]);
    expect(shown(goafs, layer('water', sheet(100, 49)))).toEqual([true, true]);
    expect(shown(goafs, layer('strata', sheet(1000, 1000)))).toEqual([true, true]);
  });

  it('keeps a long river: it covers little ground, however large the box around it', () => {
    expect(shown(goafs, layer('water', sheet(4000, 1)))).toEqual([true, true]);
  });

  it('leaves out water that is inferred, of any size, and nothing else that is', () => {
    const inferred = { provenance: 'inferred' } as const;
    expect(shown(goafs, layer('water', sheet(1, 1), inferred))).toEqual([true, false]);
    expect(shown(layer('workings', sheet(1, 1), inferred))).toEqual([true]);
  });

  it('shows the water of a mine that is nothing but water and holes', () => {
    expect(shown(layer('water', sheet(100, 51)))).toEqual([true]);
  });

  it('never shows what was hidden already', () => {
    expect(shown(goafs, layer('water', sheet(1, 1), { shownAtStart: false }))).toEqual([true, false]);
  });
});
