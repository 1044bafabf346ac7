import { difference, type Geom, intersection, union } from 'polyclip-ts';
import type { SurveyScopeRule } from '../contracts/live/rule-book.ts';
import type { SurveyCoverage } from '../contracts/survey-coverage.ts';
import { areaInPlan, type PlanPolygon } from '../geometry/plan-polygon.ts';

export interface SurveyCoverageInput {
  /** Where will be mined, in plan, ENU metres, for so many years ahead. */
  readonly planned: { readonly years: number; readonly polygons: readonly PlanPolygon[] };
  /** Where hidden hazards have been surveyed. */
  readonly surveyed: readonly PlanPolygon[];
  readonly rules: readonly SurveyScopeRule[];
  readonly state: SurveyScopeRule['when'];
  /** YYYY-MM-DD, in the mine's time zone. */
  readonly today: string;
}

/** Gaps smaller than this are what rounding leaves along a shared border, m². */
const SLIVER = 0.01;

/**
 * How much of what will be mined has been surveyed for hidden hazards, where not, and how long there is left
 * (每年9月底前完成第二年采掘范围内的普查).
 * @throws RangeError where `today` is no date
 */
export function surveyCoverage({
  planned,
  surveyed,
  rules,
  state,
  today,
}: SurveyCoverageInput): SurveyCoverage {
  const day = dayOf(today);
  const area = joined(planned.polygons);
  const known = joined(surveyed);
  const covered = area.length > 0 && known.length > 0 ? intersection(area, known) : [];
  const gaps = area.length === 0 ? [] : known.length === 0 ? area : difference(area, known);
  const plannedArea = areaOf(area);
  return {
    format: 'hyalite-survey-coverage/1',
    today,
    plannedYears: planned.years,
    plannedArea,
    coveredArea: areaOf(covered),
    share: plannedArea > 0 ? Math.min(1, areaOf(covered) / plannedArea) : null,
    gaps: gaps
      .map((polygon) => ({ area: areaInPlan(polygon), rings: polygon.map(opened) }))
      .filter((gap) => gap.area > SLIVER)
      .sort((a, b) => b.area - a.area),
    scopes: rules
      .filter(({ when }) => when === state)
      .map(({ id, years, yearlyBy, dueBy, jurisdiction, clause, status, note }) => {
        const due = yearlyBy ? nextDay(today, yearlyBy) : (dueBy ?? null);
        return {
          rule: { id, jurisdiction, clause, status, note: note ?? null },
          years,
          yearsMet: planned.years >= years,
          due,
          daysLeft: due === null ? null : dayOf(due) - day,
        };
      }),
  };
}

const joined = (polygons: readonly PlanPolygon[]): [number, number][][][] => {
  const parts = polygons.map(
    (polygon): Geom => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
  );
  return parts.length === 0 ? [] : union(parts[0]!, ...parts.slice(1));
};

const areaOf = (polygons: readonly PlanPolygon[]): number =>
  polygons.reduce((sum, polygon) => sum + areaInPlan(polygon), 0);

/** The clipper repeats the first point at the end; ours do not. */
const opened = (ring: readonly [number, number][]): [number, number][] =>
  ring.slice(0, -1).map(([x, y]) => [x, y]);

const DAY = 86_400_000;

/** Days since 1970-01-01. */
function dayOf(date: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`a date is written YYYY-MM-DD, got "${date}"`);
  return ms / DAY;
}

/** The next such day of a year from a date on, that day included. */
function nextDay(today: string, monthDay: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${today.slice(0, 4)}-${monthDay}`;
  return thisYear >= today ? thisYear : `${year + 1}-${monthDay}`;
}
