import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import type { GeologyFile } from '../../../../domain/contracts/geology.ts';
import type { GeologicalModel } from '../../../../domain/geology/geological-model.ts';
import { gridAroundPlaces, placeAt, placesAlong } from '../../../../domain/geology/next-hole/hole-places.ts';
import type { NextHoleQuestion } from '../../../../domain/geology/next-hole/rank-next-holes.ts';
import { metres } from '../../../../domain/units/quantities.ts';

/** Metres between the places of a heading at which is asked how sure the rock is. */
const TARGET_STEP = 20;
/** Metres from a heading within which a hole is thought of, and between two candidates. */
export const AROUND = 120;
const CANDIDATE_STEP = 20;
/** More would take minutes: the grid is made wider until there are fewer, and says how wide it is. */
const MOST_CANDIDATES = 600;

/** A question with what its numbers stand for. */
export interface AskedNextHoles {
  readonly question: NextHoleQuestion;
  /** By target: its heading. */
  readonly headings: readonly DrivingFacts['headings'][number][];
  readonly candidates: readonly { readonly east: number; readonly north: number }[];
  /** Metres between candidates. */
  readonly step: number;
}

/** null: the bundle does not say what its surfaces rest on, or nothing is planned where they are known. */
export const nextHoleQuestion = (
  model: GeologicalModel,
  file: GeologyFile,
  headings: DrivingFacts['headings'],
): AskedNextHoles | null => {
  const { kriged, blocks: listed, units } = file;
  if (!kriged || kriged.length === 0) return null;
  const blocks = listed.map(({ moved, family }) => ({
    moved: moved ?? ([0, 0, 0] as const),
    family: family ?? 0,
  }));
  const displaced = units.map((_, unit) => kriged.find((one) => one.unit === unit)?.displaced ?? true);
  const place = ({ east, north }: { readonly east: number; readonly north: number }) =>
    placeAt(model, blocks, displaced, east, north);
  const along = placesAlong(
    headings.map(({ line }) => line),
    TARGET_STEP,
  )
    .map((target) => ({ ...target, place: place(target) }))
    .filter(({ place: at }) => at.some((one) => one !== null));
  if (along.length === 0) return null;
  let step = CANDIDATE_STEP;
  let grid = gridAroundPlaces(along, step, AROUND);
  while (grid.length > MOST_CANDIDATES) {
    step += CANDIDATE_STEP / 2;
    grid = gridAroundPlaces(along, step, AROUND);
  }
  const candidates = grid
    .map((one) => ({ ...one, place: place(one) }))
    .filter(({ place: at }) => at.some(Boolean));
  return {
    question: {
      bases: kriged.map(({ unit, family, model: variogram, trend, slope, x, y, error }) => ({
        unit,
        family,
        model: {
          ...variogram,
          range: metres(variogram.range),
        } as NextHoleQuestion['bases'][number]['model'],
        trend,
        slope,
        x: Float64Array.from(x),
        y: Float64Array.from(y),
        error: Float64Array.from(error),
      })),
      methods: units.map(({ method }) => method),
      targets: along.map((one) => one.place),
      candidates: candidates.map((one) => one.place),
    },
    headings: along.map(({ line }) => headings[line]!),
    candidates: candidates.map(({ east, north }) => ({ east, north })),
    step,
  };
};
