import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { HazardPlace } from '../../domain/contracts/hazard.ts';
import { type MineGround, mineGroundSchema } from '../../domain/contracts/mine-ground.ts';
import {
  cornersOf,
  type PlaceFromMine,
  type PlacesFromMine,
  placesFromMine,
} from '../../domain/hazards/far-place.ts';
import { fetchJson } from '../shell/fetch-json.ts';
import { mineBase } from './ledger-routes.ts';

/** What is known of where mines lie, by mine; null: it could not be read. */
const useGrounds = create<Readonly<Record<string, MineGround | null>>>(() => ({}));
const asked = new Set<string>();

const ask = async (mine: string): Promise<void> => {
  if (asked.has(mine)) return;
  asked.add(mine);
  const fetched = await fetchJson(`${mineBase(mine)}/ground`, mineGroundSchema);
  useGrounds.setState({ [mine]: fetched.ok ? fetched.value : null });
  // Whoever opens the next card asks again.
  if (!fetched.ok) asked.delete(mine);
};

/** Holds places against the mine; undefined: what is known of it has not come, null: it cannot be read. */
export const usePlacesFromMine = (mine: string): PlacesFromMine | null | undefined => {
  const ground = useGrounds((state) => state[mine]);
  useEffect(() => void ask(mine), [mine]);
  return useMemo(() => ground && placesFromMine(ground), [ground]);
};

/** Where a place lies, seen from the mine; null: it is no drawn place, or nothing has come to hold it against. */
export const usePlaceFromMine = (mine: string, place: HazardPlace | null): PlaceFromMine | null => {
  const fromMine = usePlacesFromMine(mine);
  return useMemo(
    () => (place && place.kind !== 'feature' && fromMine ? fromMine(cornersOf(place)) : null),
    [place, fromMine],
  );
};
