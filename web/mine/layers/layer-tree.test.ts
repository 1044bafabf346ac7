import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyCatalog, tinyLayer } from '../test-data/tiny-catalog.ts';
import { appearanceOf, changeLayer, fitToCatalog, layerTree, showLayers, shownCount } from './layer-tree.ts';

const goafs = tinyLayer();
const planned = tinyLayer({ id: 'planned', group: 'workings', features: 9, shownAtStart: false });
const roadways = tinyLayer({ id: 'roadways', group: 'workings', features: 214 });
const terrain = tinyLayer({ id: 'terrain', group: 'ground', features: 1 });
const layers = [goafs, planned, roadways, terrain];

describe('the layer tree', () => {
  it('groups in the order of the contract, counts, and leaves empty groups out', () => {
    expect(layerTree(layers).map(({ group, counts }) => [group, counts])).toEqual([
      ['ground', [{ of: 'features', n: 1 }]],
      ['workings', [{ of: 'features', n: 223 }]],
      ['goafs', [{ of: 'features', n: 2 }]],
    ]);
    expect(layerTree(layers)[1]!.layers).toEqual([planned, roadways]);
  });

  it('counts a borehole layer as intervals, and never adds them to features', () => {
    const holes = tinyLayer({ id: 'h', group: 'boreholes', kind: 'borehole-intervals', features: 434 });
    const casing = tinyLayer({ id: 'c', group: 'boreholes', kind: 'tube', features: 12 });
    expect(layerTree([holes])[0]!.counts).toEqual([{ of: 'intervals', n: 434 }]);
    expect(layerTree([holes, casing, { ...holes, id: 'h2', features: 6 }])[0]!.counts).toEqual([
      { of: 'features', n: 12 },
      { of: 'intervals', n: 440 },
    ]);
  });

  it('shows a layer as the catalog starts it until it is changed', () => {
    expect(appearanceOf(planned, {})).toEqual({ visible: false, opacity: 1 });
    expect(appearanceOf(tinyLayer({ id: 'constructor' }), {})).toEqual({ visible: true, opacity: 1 });
    expect(changeLayer(planned, {}, { visible: true })).toEqual({ planned: { visible: true, opacity: 1 } });
  });

  it('forgets a change that is taken back', () => {
    const changed = changeLayer(goafs, {}, { opacity: 0.404 });
    expect(changed).toEqual({ goafs: { visible: true, opacity: 0.4 } });
    expect(changeLayer(goafs, changed, { opacity: 1 })).toEqual({});
  });

  it('keeps opacity between 0 and 1 in whole per cent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (opacity) => {
        const shown = appearanceOf(goafs, changeLayer(goafs, {}, { opacity }));
        expect(shown.opacity).toBeGreaterThanOrEqual(0);
        expect(shown.opacity).toBeLessThanOrEqual(1);
        expect(Math.round(shown.opacity * 100) / 100).toBe(shown.opacity);
      }),
    );
  });

  it('shows and hides a group, each layer keeping its opacity', () => {
    const faint = changeLayer(roadways, {}, { opacity: 0.5 });
    const hidden = showLayers([planned, roadways], faint, false);
    expect(hidden).toEqual({ roadways: { visible: false, opacity: 0.5 } });
    expect(shownCount([planned, roadways], hidden)).toBe(0);
    expect(shownCount([planned, roadways], showLayers([planned, roadways], hidden, true))).toBe(2);
  });

  it('leaves out of a link what the mine does not have, and says so', () => {
    const { fitted, unknown } = fitToCatalog(
      {
        layers: {
          gone: { visible: false, opacity: 1 },
          goafs: { visible: true, opacity: 0.4 },
          planned: { visible: false, opacity: 1 },
        },
        selected: { layerId: 'goafs', featureId: '1' },
        isolated: { layerId: 'lost', featureId: '1' },
      },
      tinyCatalog(layers),
    );
    expect(fitted).toEqual({
      layers: { goafs: { visible: true, opacity: 0.4 } },
      selected: { layerId: 'goafs', featureId: '1' },
      isolated: null,
    });
    expect(unknown.sort()).toEqual(['gone', 'lost']);
  });
});
