import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { METRES_PER_UNIT } from '../../domain/units/quantities.ts';
import type { SourceSystem } from './placement.ts';
import type { WrittenPoint } from './source-extent.ts';
import type { FindingPlace } from './source-log.ts';

/** Zone numbers written before eastings in China: 13–23 of six degrees, 25–45 of three. */
const [FIRST_ZONE, LAST_ZONE] = [13, 45];
/** How many rows a text names before it breaks off. */
const ROWS_NAMED = 5;

/** Counts the points of one source that the CRS does not cover, and says what is most likely wrong. */
export const createOutsideArea = (source: SourceSystem) => {
  const rows = new Set<number>();
  const outsideRows = new Set<number>();
  let first: WrittenPoint | null = null;
  let seen = 0;
  return {
    add(point: WrittenPoint, isOutside: boolean): void {
      // Legs and grids have no rows: each of their points counts for itself.
      const row = point.row ?? -++seen;
      rows.add(row);
      if (!isOutside) return;
      first ??= point;
      outsideRows.add(row);
    },
    finding(): { readonly code: FindingCode; readonly place: FindingPlace } | null {
      if (!first) return null;
      const [count, total] = [outsideRows.size, rows.size];
      const few = count * 2 < total;
      const cause = (few ? null : causeOf(first, source)) ?? {
        code: few ? ('outside-area-some-rows' as const) : ('outside-area-unknown' as const),
        params: few ? { rows: namedRows(outsideRows) } : {},
      };
      const value = first.written.join(', ');
      return {
        code: cause.code,
        place: { row: first.row, value, params: { count, total, ...cause.params } },
      };
    },
  };
};

const namedRows = (rows: ReadonlySet<number>): string => {
  const known = [...rows].filter((row) => row > 0);
  const named = known.slice(0, ROWS_NAMED).join(', ') || '–';
  return known.length > ROWS_NAMED ? `${named} …` : named;
};

interface Cause {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Tries what is usually wrong, and names it if mending it would put the point where it belongs. */
const causeOf = (
  { written: [x, y], by }: WrittenPoint,
  { system, axes, units }: SourceSystem,
): Cause | null => {
  if (by !== 'file') return null;
  const inside = (a: number, b: number): boolean => system.insideAreaOfUse(system.fromFile(a, b, 0)) === true;
  const eastingMoved = (by: number): boolean =>
    axes === 'x-north-y-east' ? inside(x, y + by) : inside(x + by, y);
  if (inside(y, x)) {
    const other = axes === 'x-north-y-east' ? 'x-east-y-north' : 'x-north-y-east';
    return { code: 'outside-area-of-use', params: { hint: `axes: ${other}` } };
  }
  const carried = Math.floor((axes === 'x-north-y-east' ? y : x) / 1e6);
  if (carried > 0 && eastingMoved(-carried * 1e6))
    return { code: 'outside-area-zone-carried', params: { zone: carried, hint: `zonePrefix: ${carried}` } };
  for (let zone = FIRST_ZONE; zone <= LAST_ZONE; zone++)
    if (eastingMoved(zone * 1e6)) return { code: 'outside-area-zone-missing', params: { zone } };
  for (const [unit, factor] of Object.entries(METRES_PER_UNIT)) {
    const scale = factor / METRES_PER_UNIT[units];
    if (unit !== units && inside(x * scale, y * scale))
      return { code: 'outside-area-units', params: { hint: `units: ${unit}` } };
  }
  return null;
};
