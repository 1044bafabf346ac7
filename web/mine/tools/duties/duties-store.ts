import { create } from 'zustand';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import type { MineDuties, MinePlace } from '../../../../domain/duties/duties-of-mine.ts';

export interface OpenDuties {
  readonly duties: MineDuties;
  readonly facts: DrivingFacts;
  readonly network: RoadwayNetwork | null;
  readonly places: readonly MinePlace[];
}

export type DutiesState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'open' } & OpenDuties)
  | { readonly status: 'failed'; readonly detail: string };

export const useDuties = create<{ readonly state: DutiesState }>(() => ({ state: { status: 'loading' } }));

export const setDuties = (state: DutiesState): void => useDuties.setState({ state });
