import type { LiveManifest } from '../../domain/contracts/live/live-manifest.ts';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';

/** What the simulator needs of a mine; the gateway's LiveMine is one. */
export interface SimulatedMine {
  readonly manifest: LiveManifest;
  readonly setup: LiveSetup;
  readonly people: readonly SimulatedPerson[];
  readonly vehicles: readonly { readonly tag: string; readonly type: string | null }[];
  readonly frame: MineFrame;
  /** Where people and vehicles move; null where nothing can move. */
  readonly network: RoadwayNetwork | null;
}

export interface SimulatedPerson {
  readonly tag: string;
  readonly team: string | null;
  readonly role: string | null;
  readonly shift: string | null;
}

export type Vec3 = readonly [number, number, number];
