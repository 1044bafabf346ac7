import type { BoreholeLog } from '../../domain/boreholes/borehole-log.ts';

/** Layer of boreholes where the manifest names no other. */
const USUAL_LAYER = 'boreholes';

/** A hole's name in links and lists: its own, with its layer's before it where that is not the usual one. */
export const logId = ({ layerId, hole }: Pick<BoreholeLog, 'layerId' | 'hole'>): string =>
  layerId === USUAL_LAYER ? hole : `${layerId}/${hole}`;

export const logById = (logs: readonly BoreholeLog[], id: string): BoreholeLog | null =>
  logs.find((log) => logId(log) === id) ?? null;

/** The hole that a feature of the scene is of: an interval of its log, or its water level. */
export const logOfFeature = (
  logs: readonly BoreholeLog[],
  { layerId, featureId }: { readonly layerId: string; readonly featureId: string },
): BoreholeLog | null =>
  logs.find(
    (log) => log.layerId === layerId && log.intervals.some((interval) => interval.featureId === featureId),
  ) ?? null;
