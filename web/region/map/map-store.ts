import { create } from 'zustand';
import type { CountyView } from '../../engines/county-view.ts';
import type { PickedFeature } from '../../engines/mine-view.ts';

/** What of the map lasts as long as the screen and stands in no link. */
interface MapSession {
  readonly view: CountyView | null;
  readonly cursor: readonly [longitude: number, latitude: number] | null;
  readonly hover: { readonly name: string; readonly x: number; readonly y: number } | null;
  readonly settled: boolean;
  /** Of the ledger's hazards in depth: how many more there are than are drawn, and whether some could not be read. */
  readonly bodies: { readonly leftOut: number; readonly failed: boolean };
  /** Bodies of bundles that stand in their place, as far as their tiles have come, by mine/layer/feature. */
  readonly parts: ReadonlyMap<string, PickedFeature>;
  /** Why something of the map is missing; null: nothing is. */
  readonly failure: {
    readonly kind: 'engine' | 'no-webgl' | 'context-lost' | 'tiles' | 'scene' | 'picture';
    readonly detail: string;
  } | null;
}

export const NEW_MAP: MapSession = {
  ...{ view: null, cursor: null, hover: null, settled: false, failure: null },
  bodies: { leftOut: 0, failed: false },
  parts: new Map(),
};

export const useMap = create<MapSession>(() => NEW_MAP);
export const setMap = (patch: Partial<MapSession>): void => useMap.setState(patch);

/** What a body of a mine's bundle is called in a pick. */
export const bodyKey = (
  mine: string,
  { layerId, featureId }: Pick<PickedFeature, 'layerId' | 'featureId'>,
): string => `${mine}/${layerId}/${featureId}`;

/** Adds what a tile has brought. */
export const addParts = (mine: string, parts: readonly PickedFeature[]): void =>
  useMap.setState((before) => ({
    parts: new Map([...before.parts, ...parts.map((part) => [bodyKey(mine, part), part] as const)]),
  }));
