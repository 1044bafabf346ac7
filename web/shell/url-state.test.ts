import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUTY_KINDS } from '../../domain/contracts/county-duties-view.ts';
import { HAZARD_STATES } from '../../domain/contracts/hazard.ts';
import { LEDGER_SORTS } from '../../domain/contracts/ledger-list.ts';
import { SCALES } from '../../domain/drawing/drawing.ts';
import { SHEET_SIZES } from '../../domain/drawing/sheet.ts';
import { EVIDENCE_KINDS } from '../../domain/evidence/feature-evidence.ts';
import { CORROBORATIONS } from '../../domain/hazards/cross-validation.ts';
import { HAZARD_FLAGS } from '../../domain/hazards/hazard-flags.ts';
import { HOLE_FIELDS } from '../boreholes/hole-fields.ts';
import { LEDGER_FIELDS } from '../ledger/ledger-fields.ts';
import { LIVE_FIELDS } from '../live/live-fields.ts';
import { mineTools } from '../mine/tools/index.ts';
import { DUTY_QUERY_FIELDS } from '../region/county-duties/duty-query-fields.ts';
import { REGION_FIELDS, roundMapPose } from '../region/region-fields.ts';
import { PLAN_FIELDS } from '../regional-plan/plan-fields.ts';
import { DRAWING_FIELDS, STRETCHES } from '../section/drawing-fields.ts';
import { CUT_KINDS } from './drawing-choice.ts';
import { HOLES_TABS } from './hole-choice.ts';
import { LEDGER_PAGES } from './ledger-choice.ts';
import { MAP_SIDES, MINE_COLOURINGS, MINE_FILTERS, REGION_PICKS } from './region-choice.ts';
import { roundPose, SHELL_FIELDS } from './url-fields.ts';
import { formatUrl, parseUrl } from './url-state.ts';
import { DEFAULT_VIEW, DUTIES, type ViewState } from './view-state.ts';

const FIELDS = [
  ...SHELL_FIELDS,
  ...LIVE_FIELDS,
  ...HOLE_FIELDS,
  ...DRAWING_FIELDS,
  ...REGION_FIELDS,
  ...DUTY_QUERY_FIELDS,
  ...LEDGER_FIELDS,
  ...PLAN_FIELDS,
  ...mineTools.all().flatMap(({ url }) => (url ? [url] : [])),
];

const idArbitrary = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const metresArbitrary = fc.double({ min: -9e6, max: 9e6, noNaN: true });
const poseArbitrary = fc
  .record({
    target: fc.tuple(metresArbitrary, metresArbitrary, metresArbitrary),
    heading: fc.double({ min: -720, max: 720, noNaN: true }),
    pitch: fc.double({ min: -90, max: 90, noNaN: true }),
    range: fc.double({ min: 0, max: 9e6, noNaN: true }),
  })
  .map(roundPose);
const featureArbitrary = fc.record({
  layerId: idArbitrary,
  featureId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
});
/** Corners are kept to the decimetre. */
const decimetres = fc.integer({ min: -900_000, max: 900_000 }).map((n) => n / 10 + 0);
const dayArbitrary = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2099, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const regionArbitrary = {
  county: fc.option(idArbitrary),
  regionTab: fc.option(idArbitrary),
  day: fc.option(dayArbitrary),
  otherDay: fc.option(dayArbitrary),
  mapPose: fc.option(
    fc
      .record({
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        zoom: fc.double({ min: 0, max: 24, noNaN: true }),
        bearing: fc.double({ min: -360, max: 360, noNaN: true }),
        pitch: fc.double({ min: 0, max: 85, noNaN: true }),
      })
      .map(roundMapPose),
  ),
  regionPick: fc.option(
    fc.record({
      kind: fc.constantFrom(...REGION_PICKS),
      id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    }),
  ),
  mineFilter: fc.dictionary(
    fc.constantFrom(...MINE_FILTERS),
    fc.array(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,8}$/), { minLength: 1, maxLength: 3 }),
    { noNullPrototype: true },
  ),
  mineColouring: fc.constantFrom(...MINE_COLOURINGS),
  mapSide: fc.constantFrom(...MAP_SIDES),
  mineInPlace: fc.boolean(),
  mapLayers: fc.dictionary(idArbitrary, fc.boolean(), { noNullPrototype: true }),
  dutyQuery: fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 30 }),
    duties: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 3 }),
    kinds: fc.subarray([...DUTY_KINDS]),
    sort: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    descending: fc.boolean(),
  }),
};
const wordsArbitrary = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
  maxLength: 3,
});
const ledgerArbitraries = {
  ledgerPage: fc.option(fc.constantFrom(...LEDGER_PAGES)),
  openPlan: fc.option(fc.oneof(fc.integer({ min: 2000, max: 2999 }).map(String), fc.uuid())),
  planAgainst: fc.option(fc.oneof(fc.integer({ min: 2000, max: 2999 }).map(String), fc.uuid())),
  ledgerQuery: fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 30 }),
    categories: wordsArbitrary,
    mines: wordsArbitrary,
    states: fc.subarray([...HAZARD_STATES]),
    corroborations: fc.subarray([...CORROBORATIONS]),
    incomplete: fc.boolean(),
    far: fc.boolean(),
    overdue: fc.boolean(),
    moved: fc.boolean(),
    sort: fc.constantFrom(...LEDGER_SORTS),
    descending: fc.boolean(),
  }),
  openHazard: fc.option(
    fc.record({ mine: idArbitrary, hazard: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) }),
  ),
};
const stateArbitrary: fc.Arbitrary<ViewState> = fc.record({
  ...ledgerArbitraries,
  hazardFlags: fc.subarray([...HAZARD_FLAGS]),
  siteMarks: fc.subarray(['TSF_CLOSE', 'TSF_CLOSE-unknown', 'DUST_30', 'dust-unknown']),
  mine: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })),
  workspace: idArbitrary,
  pose: fc.option(poseArbitrary),
  layers: fc.dictionary(
    idArbitrary,
    fc.record({ visible: fc.boolean(), opacity: fc.integer({ min: 0, max: 100 }).map((n) => n / 100) }),
    { noNullPrototype: true },
  ),
  exaggeration: fc.integer({ min: 100, max: 500 }).map((n) => n / 100),
  seeThrough: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  certainBelow: fc.integer({ min: 50, max: 10_000 }).map((n) => n / 100),
  slice: fc.option(
    fc.record({
      kind: fc.constant('plane' as const),
      at: fc.tuple(decimetres, decimetres),
      azimuth: fc.integer({ min: 0, max: 3600 }).map((n) => n / 10),
      flipped: fc.boolean(),
    }),
  ),
  measure: fc.option(
    fc.record({
      kind: fc.constant('path' as const),
      points: fc.array(fc.tuple(decimetres, decimetres, decimetres), { maxLength: 40 }),
    }),
  ),
  duty: fc.option(fc.constantFrom(...DUTIES)),
  // Only with the exits: duty-field.test.ts.
  wayFrom: fc.constant(null),
  driveOn: fc.option(
    fc.record({ heading: fc.option(fc.stringMatching(/^[A-Za-z0-9/_\u4e00-\u4e20-]{1,12}$/)) }),
  ),
  selected: fc.option(featureArbitrary),
  isolated: fc.option(featureArbitrary),
  evidence: fc.option(fc.subarray([...EVIDENCE_KINDS], { minLength: 1 })),
  holesTab: fc.option(fc.constantFrom(...HOLES_TABS)),
  logs: fc.uniqueArray(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((rest) => `ZK1${rest}`),
    { maxLength: 5 },
  ),
  hang: fc.oneof(
    fc.constantFrom('elevation', 'depth'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((key) => `at:${key}`),
  ),
  virtualHole: fc.option(fc.tuple(decimetres, decimetres)),
  time: fc.option(fc.integer({ min: 946_684_800, max: 4_102_444_800 }).map((seconds) => seconds * 1000)),
  panel: fc.option(fc.stringMatching(/^[a-z][a-z-]{0,9}$/)),
  who: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)),
  device: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)),
  cutKind: fc.constantFrom(...CUT_KINDS),
  columnHole: fc.option(featureArbitrary),
  cutLine: fc.option(fc.array(fc.tuple(decimetres, decimetres), { minLength: 2, maxLength: 20 })),
  cutLevel: fc.option(decimetres),
  strikeLine: fc.option(fc.array(fc.tuple(decimetres, decimetres), { minLength: 2, maxLength: 20 })),
  projectionBand: fc.option(fc.integer({ min: 1, max: 5000 })),
  drawingScale: fc.option(fc.constantFrom(...SCALES)),
  drawingPaper: fc.option(
    fc.record({
      size: fc.constantFrom(...SHEET_SIZES),
      orientation: fc.constantFrom('landscape', 'portrait'),
    }),
  ),
  drawingStretch: fc.constantFrom(...STRETCHES),
  drawingHoles: fc.constant(true),
  holeBand: fc.integer({ min: 1, max: 500 }),
  drawingPeople: fc.boolean(),
  ...regionArbitrary,
  language: fc.constantFrom('zh', 'en', null),
  theme: fc.constantFrom('system', 'light', 'dark', null),
  render: fc.constantFrom('full', 'half'),
});

describe('a moment of the past', () => {
  it.each([
    ['20261122T100000Z', '2026-11-22T10:00:00Z'],
    ['2026-11-22T18:00:00+08:00', '2026-11-22T10:00:00Z'],
    ['1795341600000', '2026-11-22T10:00:00Z'],
    ['1795341600999', '2026-11-22T10:00:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseUrl(`?t=${encodeURIComponent(text)}`, FIELDS).state.time).toBe(Date.parse(iso));
  });
});

describe('the link', () => {
  it('reads back what it wrote, whatever the state', () => {
    fc.assert(
      fc.property(stateArbitrary, (state) => {
        const read = parseUrl(formatUrl(state, FIELDS), FIELDS);
        expect(read).toEqual({ state, dropped: [] });
      }),
    );
  });

  it('survives a program that re-encodes every character it may', () => {
    fc.assert(
      fc.property(stateArbitrary, (state) => {
        const encoded = formatUrl(state, FIELDS).replace(/%[0-9A-F]{2}|[^?&=+]/g, (one) =>
          one.length > 1 ? one : `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
        );
        expect(parseUrl(encoded, FIELDS).state).toEqual(state);
      }),
    );
  });

  it('never throws on garbage and falls back to the default, saying what it dropped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseUrl(text, FIELDS).state).toBeTypeOf('object');
      }),
    );
    const keys = FIELDS.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys.filter((key) => key !== 'mine' && key !== 'find')),
        fc.stringMatching(/^[!~ %]{1,9}$/),
        (key, value) => {
          const { state, dropped } = parseUrl(`?${new URLSearchParams({ v: '1', [key]: value })}`, FIELDS);
          expect(state).toEqual(DEFAULT_VIEW);
          expect(dropped).toEqual([{ key, value, reason: 'not-understood' }]);
        },
      ),
    );
  });

  it('writes a plain view short and readable', () => {
    const pose = { target: [12.345, -4, -310.254] as const, heading: -90, pitch: -20, range: 1500 };
    const state: ViewState = {
      ...DEFAULT_VIEW,
      mine: 'demo-metal',
      pose,
      layers: { terrain: { visible: false, opacity: 1 }, goafs: { visible: true, opacity: 0.4 } },
      selected: { layerId: 'goafs', featureId: 'CQ-07_b' },
      exaggeration: 2.5,
    };
    expect(formatUrl(state, FIELDS)).toBe(
      '?v=1&mine=demo-metal&cam=12.35_-4.00_-310.25_270.00_-20.00_1500.00' +
        '&layers=goafs.on.40_terrain.off&sel=goafs_CQ-07_b&ex=2.5',
    );
    expect(formatUrl(DEFAULT_VIEW, FIELDS)).toBe('?v=1');
  });

  it('ignores keys of others, keeps the first of a repeated key, and reads a newer link as far as it goes', () => {
    expect(parseUrl('?utm_source=mail&mine=a&mine=b', FIELDS)).toEqual({
      state: { ...DEFAULT_VIEW, mine: 'a' },
      dropped: [{ key: 'mine', value: 'b', reason: 'repeated' }],
    });
    expect(parseUrl('?v=2&mine=a&glow=9', FIELDS)).toEqual({
      state: { ...DEFAULT_VIEW, mine: 'a' },
      dropped: [{ key: 'v', value: '2', reason: 'newer-version' }],
    });
  });

  it.each([
    ['cam', '1_2_3_4_5'],
    ['cam', '1_2_3_4_-91_10'],
    ['cam', '1_2_3_4_-10_0'],
    ['cam', '1e9_2_3_4_5_6'],
    ['cam', 'NaN_2_3_4_5_6'],
    ['layers', 'goafs'],
    ['layers', 'goafs.on.101'],
    ['layers', 'goafs.on.40.5'],
    ['ex', '0.5'],
    ['ex', '5.01'],
    ['see', '-1'],
    ['see', '101'],
    ['sel', 'goafs'],
    ['sel', '_x'],
    ['t', 'yesterday'],
    ['t', '2026-13-01T00:00:00Z'],
    ['t', '2026-11-22T10:00:00'],
    ['t', '99'],
    ['panel', 'People!'],
    ['who', 'a b'],
    ['dev', ''],
    ['lang', 'fr'],
    ['theme', 'blue'],
    ['mine', ''],
  ])('drops %s=%s', (key, value) => {
    expect(parseUrl(`?${key}=${value}`, FIELDS)).toEqual({
      state: DEFAULT_VIEW,
      dropped: [{ key, value, reason: 'not-understood' }],
    });
  });
});
