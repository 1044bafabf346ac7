import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { CountyCatalog } from '../../../domain/contracts/county.ts';
import { RISK_LEVELS, WARNING_LEVELS } from '../../../domain/contracts/county.ts';
import { MAJOR_SOURCES } from '../../../domain/contracts/major-hazard.ts';
import { SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import type { CountyPicture } from '../county-view.ts';
import { CLICKED_LAYERS, countyStyle } from './county-style.ts';
import { PICKED_BY } from './pointer.ts';

const catalog = {
  county: 'tiny',
  revision: 'r 1',
  towns: [
    {
      id: 't',
      name: { zh: 't', en: 't' },
      rings: [
        [
          [
            [117, 35],
            [117.1, 35],
            [117.1, 35.1],
            [117, 35],
          ],
        ],
      ],
    },
  ],
  extent: [116.9, 34.4, 117.1, 35.1],
  base: {
    tiles: 'base/{z}/{x}/{y}.mvt',
    minZoom: 7,
    maxZoom: 13,
    layers: ['county', 'town', 'water', 'river', 'road', 'place', 'contour'],
  },
  relief: { tiles: 'relief/{z}/{x}/{y}.png', minZoom: 7, maxZoom: 12 },
} as unknown as CountyCatalog;
const ORIGIN = 'http://127.0.0.1:8080';
const addresses = { files: `${ORIGIN}/counties/tiny/`, api: `${ORIGIN}/api/counties/tiny` };
const words = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, key[0]]));
const picture = (more: Partial<CountyPicture> = {}): CountyPicture => ({
  look: {
    theme: 'light',
    language: 'zh',
    reducedMotion: false,
    letters: {
      risk: words(RISK_LEVELS),
      warning: words(WARNING_LEVELS),
      site: words(SITE_KIND_IDS),
      major: words(Object.keys(MAJOR_SOURCES)),
    } as never,
  },
  day: null,
  shown: () => true,
  colouring: 'grade',
  hasLedger: true,
  mines: null,
  filter: {},
  hazardFlags: [],
  siteMarks: [],
  pick: null,
  ringed: [],
  ground: [],
  ...more,
});
const styleOf = (more?: Partial<CountyPicture>) => countyStyle(catalog, addresses, picture(more));

describe('the style of the county', () => {
  it.each([
    ['as it starts', {}],
    [
      'of a past day, filtered, with something picked',
      {
        day: '2022-05-01',
        mines: new Set(['a', 'b']),
        filter: { town: ['t', 'unknown'] },
        pick: { kind: 'hazard', id: 'a_7' },
        ringed: ['a'],
        colouring: 'risk',
        hazardFlags: ['no-deadline', 'uncorroborated'],
      },
    ],
    [
      'with a thing underground chosen, and ground that goafs may pull down',
      {
        pick: { kind: 'feature', id: 'a/G1' },
        ground: (['zone', 'overlap'] as const).map((kind) => ({
          kind,
          thing: { pick: { kind: 'pair', id: 'p' }, name: 'a pair' },
          polygons: [
            [
              [
                [117, 35],
                [117.01, 35],
                [117.01, 35.01],
                [117, 35],
              ],
            ],
          ],
        })),
      },
    ],
    ['with nothing left by the filter', { mines: new Set<string>() }],
  ] as [string, Partial<CountyPicture>][])('is one MapLibre takes: %s', (_name, more) => {
    expect(validateStyleMin(styleOf(more) as never)).toEqual([]);
  });

  it('asks for nothing but our own tiles: no glyphs, no sprite', () => {
    const style = styleOf();
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    const addressesAsked = JSON.stringify(style).match(/https?:\/\/[^"]+/g)!;
    expect(addressesAsked.length).toBeGreaterThan(2);
    expect(addressesAsked.filter((one) => !one.startsWith(ORIGIN))).toEqual([]);
  });

  it('shows the county’s own tiles of the day', () => {
    const { county } = styleOf({ day: '2022-05-01' }).sources;
    expect(JSON.stringify(county)).toContain('.mvt?on=2022-05-01');
  });

  it('has every layer that a click is asked of', () => {
    const known = new Set(styleOf().layers.map(({ id }) => id));
    expect(CLICKED_LAYERS.filter((id) => !known.has(id))).toEqual([]);
  });

  it('asks no ledger of a gateway that keeps none', () => {
    const { layers } = styleOf({ hasLedger: false });
    const ofLedger = ['hazards', 'hazardFlags', 'mineHazards', 'majors'];
    const asked = (all: typeof layers) =>
      all.filter((one) => 'source-layer' in one && ofLedger.includes(String(one['source-layer'])));
    expect(asked(layers)).toEqual([]);
    expect(asked(styleOf().layers).length).toBeGreaterThan(0);
  });

  it('switches a kind off in its shared layers: the same layers of the same tiles, and the kind in no filter', () => {
    const all = styleOf();
    const without = styleOf({ shown: (layer) => layer !== 'goaf' });
    expect(without.layers.map(({ id }) => id)).toEqual(all.layers.map(({ id }) => id));
    expect(without.sources).toEqual(all.sources);
    const filters = (style: typeof all) =>
      JSON.stringify(
        style.layers.flatMap((one) =>
          'filter' in one && 'source-layer' in one && one['source-layer'] === 'features' ? [one.filter] : [],
        ),
      );
    expect(filters(all)).toContain('"goaf"');
    expect(filters(without)).not.toContain('"goaf"');
  });
});

it('every layer that takes a click says what kind of thing it takes', () => {
  const { layers } = styleOf({
    ground: [{ kind: 'overlap', thing: { pick: { kind: 'pair', id: 'p' }, name: 'p' }, polygons: [] }],
  });
  const taken = layers.flatMap((one) =>
    CLICKED_LAYERS.includes(one.id) && 'source' in one ? [String(one['source-layer'] ?? one.source)] : [],
  );
  expect(new Set(taken)).toEqual(new Set(Object.keys(PICKED_BY)));
});
