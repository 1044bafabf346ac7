import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { fitSurface } from '../stratigraphy/surface-fit.ts';
import { baseCertainty, type CertaintyBasis } from './base-certainty.ts';
import { holeGains, type Place, rankedHoles, spacedHoles } from './rank-next-holes.ts';

const MODEL = { type: 'spherical', nugget: 0.4, partialSill: 16, range: metres(300) } as const;
const PLACES = [
  [0, 0],
  [120, 10],
  [30, 140],
  [150, 160],
  [70, 60],
  [200, 40],
  [10, 220],
] as const;
const basis = (patch: Partial<CertaintyBasis> = {}): CertaintyBasis => ({
  x: Float64Array.from(PLACES, ([x]) => x),
  y: Float64Array.from(PLACES, ([, y]) => y),
  error: new Float64Array(PLACES.length),
  model: MODEL,
  trend: 0,
  slope: 0,
  ...patch,
});

/** The textbook system in full: covariances, the Lagrange multiplier of the unknown mean, solved by elimination. */
const bruteDeviation = (
  places: readonly (readonly [number, number])[],
  at: readonly [number, number],
): number => {
  const covariance = (a: readonly [number, number], b: readonly [number, number]): number => {
    const h = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (h === 0) return MODEL.nugget + MODEL.partialSill;
    const r = h / MODEL.range;
    return r >= 1 ? 0 : MODEL.partialSill * (1 - 1.5 * r + 0.5 * r ** 3);
  };
  const n = places.length;
  const rows = Array.from({ length: n + 1 }, (_, i) => [
    ...Array.from({ length: n + 1 }, (__, j) =>
      i === n ? (j === n ? 0 : 1) : j === n ? 1 : covariance(places[i]!, places[j]!),
    ),
    i === n ? 1 : covariance(places[i]!, at),
  ]);
  for (let k = 0; k <= n; k++) {
    let pivot = k;
    for (let i = k; i <= n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i <= n; i++) {
      if (i === k) continue;
      const f = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n + 1; j++) rows[i]![j]! -= f * rows[k]![j]!;
    }
  }
  const weights = rows.map((row, i) => row[n + 1]! / row[i]!);
  const explained = places.reduce((sum, place, i) => sum + weights[i]! * covariance(place, at), weights[n]!);
  return Math.sqrt(MODEL.nugget + MODEL.partialSill - explained);
};

test('with and without one hole more the deviation is that of the full kriging system', () => {
  for (const at of [
    [60, 30],
    [110, 110],
    [180, 20],
  ] as const) {
    expect(baseCertainty(basis())(at[0], at[1])).toBeCloseTo(bruteDeviation(PLACES, at), 6);
    const more = baseCertainty(basis(), [{ x: 90, y: 100 }])(at[0], at[1]);
    expect(more).toBeCloseTo(bruteDeviation([...PLACES, [90, 100]], at), 6);
    expect(more).toBeLessThan(baseCertainty(basis())(at[0], at[1]));
  }
});

test('it is the deviation that the model itself has, with a trend and beyond the outermost holes as well', () => {
  const z = Float64Array.from(PLACES, ([x, y], i) => 0.05 * x - 0.1 * y + (i % 3));
  const fit = fitSurface({ ...basis(), z, group: Int32Array.from(PLACES.keys()) }, [], {
    trend: 1,
    model: MODEL,
  })!;
  const { data, slope, trend, model } = fit;
  const certainty = baseCertainty({ ...data, slope, trend, model });
  for (const at of [
    [60, 30],
    [400, -200],
  ] as const)
    expect(certainty(at[0], at[1])).toBeCloseTo(fit.at(at[0], at[1]).deviation, 6);
});

test('a hole where one was drilled tells nothing new', () =>
  expect(baseCertainty(basis(), [{ x: 70, y: 60 }])(60, 30)).toBeCloseTo(baseCertainty(basis())(60, 30), 9));

const place = (x: number, y: number, family = 0): Place => [
  { family, x, y },
  { family, x, y },
];

test('the best hole is the one that brute force finds, and each drop is the one it computes', () => {
  const bases = [0, 1].map((unit) => ({ ...basis(), unit, family: 0 }));
  const targets = [place(80, 110), place(100, 120), place(120, 130)];
  const candidates: Place[] = [];
  for (let x = 0; x <= 200; x += 25) for (let y = 0; y <= 200; y += 25) candidates.push(place(x, y));
  const gains = holeGains({ bases, methods: ['elevation', 'elevation'], targets, candidates });
  const brute = candidates.map((candidate) => {
    const { x, y } = candidate[0]!;
    const dropAt = (target: Place): number => {
      const at = [target[0]!.x, target[0]!.y] as const;
      const drilled = PLACES.some(([px, py]) => px === x && py === y);
      return drilled ? 0 : bruteDeviation(PLACES, at) - bruteDeviation([...PLACES, [x, y]], at);
    };
    return targets.reduce((sum, target) => sum + dropAt(target), 0) / targets.length;
  });
  gains.forEach(({ meanDrop }, i) => {
    expect(meanDrop[0]).toBeCloseTo(brute[i]!, 6);
  });
  const ranked = rankedHoles(gains, [0]);
  expect(ranked[0]!.candidate).toBe(brute.indexOf(Math.max(...brute)));
  expect(ranked.every(({ drop }, i) => i === 0 || drop <= ranked[i - 1]!.drop)).toBe(true);
});

test('a hole in other blocks, between faults whose throw is not known, tells nothing of these', () => {
  const bases = [0, 1].flatMap((family) => [0, 1].map((unit) => ({ ...basis(), unit, family })));
  const [gain] = holeGains({
    bases,
    methods: ['elevation', 'elevation'],
    targets: [place(80, 110, 0)],
    candidates: [place(80, 110, 1)],
  });
  expect(gain!.meanDrop).toEqual([0, 0]);
  expect(rankedHoles([gain!], [0, 1])).toEqual([]);
});

test('the doubt of a thickness adds to that of the base above; what is known nowhere is not counted', () => {
  const bases = [0, 1].map((unit) => ({ ...basis(), unit, family: 0 }));
  const question = { bases, targets: [place(80, 110)], candidates: [place(90, 100)] };
  const [apart] = holeGains({ ...question, methods: ['elevation', 'elevation'] });
  const [together] = holeGains({ ...question, methods: ['elevation', 'thickness'] });
  expect(together!.meanDrop[1]).toBeCloseTo(Math.SQRT2 * apart!.meanDrop[1]!, 6);
  const [unknown] = holeGains({
    ...question,
    methods: ['elevation', 'elevation'],
    targets: [[place(80, 110)[0]!, null]],
  });
  expect(unknown!.meanDrop[1]).toBeNaN();
  expect(unknown!.best[1]).toBeNull();
});

test('of neighbours only the best is kept', () => {
  const places = [0, 30, 100].map((east) => ({ east, north: 0 }));
  const ranked = [1, 0, 2].map((candidate) => ({ candidate, drop: 1 }));
  expect(spacedHoles(ranked, places, 60).map(({ candidate }) => candidate)).toEqual([1, 2]);
});
