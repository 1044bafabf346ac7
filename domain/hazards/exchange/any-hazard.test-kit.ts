import fc from 'fast-check';
import { EVIDENCE_METHODS } from '../../contracts/driving.ts';
import {
  EVIDENCE_SAYS,
  HAZARD_CATEGORIES,
  HAZARD_STATES,
  type Hazard,
  hazardSchema,
} from '../../contracts/hazard.ts';

/** Text that the ledger takes: what cannot be seen is refused when it is written. */
const text = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '采空区',
        '=1+1',
        '007',
        '-',
        '1e5',
        '2026-03-01',
        'a,"b"\n<c>&d;',
        '见“图形续”',
        'true',
        'constructor',
        '__proto__',
        '  x',
        '_x000D_',
        '&#10;',
      ),
    )
    .map((one) =>
      one
        .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
        .trim()
        .slice(0, max),
    )
    .filter((one) => one.length > 0 && one.isWellFormed());
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one));
const height = fc.double({ min: -12_000, max: 9_000, noNaN: true }).map((one) => (one === 0 ? 0 : one));
const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }).map((one) => (one === 0 ? 0 : one)),
  fc.double({ min: -90, max: 90, noNaN: true }).map((one) => (one === 0 ? 0 : one)),
);
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((corners) => [...corners, corners[0]!]);
const place = fc.oneof(
  fc.record({ kind: fc.constant('feature'), layer: text(200), feature: text(200) }),
  fc.record({ kind: fc.constant('point'), at: position }),
  fc.record({ kind: fc.constant('line'), line: fc.array(position, { minLength: 2, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('polygon'), rings: fc.array(ring, { minLength: 1, maxLength: 3 }) }),
);
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const measured = { metric: text(200), value: number, unit: text(20) };
const evidence = fc.record({
  id: text(200),
  method: fc.constantFrom(...EVIDENCE_METHODS),
  on: day,
  author: text(200),
  says: fc.constantFrom(...EVIDENCE_SAYS),
  finding: text(4000),
  place: orNull(place),
  file: orNull(fc.stringMatching(/^[0-9a-f]{64}$/)),
  replaces: orNull(text(200)),
});
const names: readonly string[] = Object.values(HAZARD_CATEGORIES).map(({ zh }) => zh);

/** Any hazard that the ledger may hold. */
const anyHazard = fc.record({
  id: text(200),
  mine: fc.constant('tiny'),
  title: text(200),
  category: fc.oneof(
    fc.constantFrom(...Object.keys(HAZARD_CATEGORIES)),
    text(60).filter((one) => !names.includes(one)),
  ),
  place,
  elevation: fc.option(
    fc.oneof(
      fc.record({ top: height, bottom: height }),
      fc.record({ top: height, bottom: fc.constant(null) }),
      fc.record({ top: fc.constant(null), bottom: height }),
    ),
    { nil: undefined },
  ),
  found: fc.record({ on: day, how: fc.constantFrom(...EVIDENCE_METHODS), by: text(200) }),
  evidence: fc.uniqueArray(evidence, { maxLength: 4, selector: ({ id }) => id }),
  fiveFixed: fc.record({
    responsible: orNull(fc.record({ person: text(200), department: text(200) })),
    measure: orNull(text(4000)),
    funding: orNull(
      fc.record({ amount: number.map(Math.abs), currency: fc.constantFrom('CNY', 'USD'), source: text(200) }),
    ),
    deadline: orNull(day),
    contingencyPlan: orNull(text(4000)),
  }),
  treatment: fc.record({
    target: orNull(fc.record({ ...measured, direction: fc.constantFrom('at-most', 'at-least') })),
    begun: orNull(day),
    accepted: orNull(fc.record({ ...measured, on: day, by: text(200) })),
  }),
  state: fc.constantFrom(...HAZARD_STATES),
});

/** Any ledger of the mine "tiny". */
export const anyLedger: fc.Arbitrary<Hazard[]> = fc
  .uniqueArray(anyHazard, { maxLength: 5, selector: ({ id }) => id })
  .map((hazards) => hazards.map((one) => hazardSchema.parse(one)));
