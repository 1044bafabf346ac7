import { metres } from '../units/quantities.ts';
import type { BoreholeLog } from './borehole-log.ts';

/** A straight hole with this log, rocks by key (null: nobody logged it). `height` null: the collar's height is not known. */
export const sampleLog = (
  hole: string,
  rows: readonly (readonly [rock: string | null, from: number, to: number])[],
  height: number | null = 100,
): BoreholeLog => {
  const depth = rows.at(-1)?.[2] ?? 10;
  return {
    layerId: 'boreholes',
    hole,
    title: hole,
    provenance: 'measured',
    plan: null,
    height: height === null ? null : metres(height),
    depth: metres(depth),
    surveyed: false,
    path: height === null ? null : Float64Array.of(0, 0, 0, height, depth, 0, 0, height - depth),
    water: [],
    values: {},
    structures: [],
    assays: [],
    bases: null,
    intervals: rows.map(([rock, from, to]) => ({
      from: metres(from),
      to: metres(to),
      rockKey: rock ?? 'not-logged',
      rock: { zh: rock ?? '未编录', en: rock ?? 'not logged' },
      colour: '#888888',
      lithology: rock,
      logged: rock !== null,
      featureId: `${hole} ${from}`,
      source: null,
      values: {},
    })),
    intervalColumns: [],
    collarColumns: [],
    structureColumns: [],
    assayColumns: [],
  };
};
