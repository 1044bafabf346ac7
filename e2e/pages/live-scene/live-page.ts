import type { entityState } from '../../../domain/contracts/live/entity.ts';
import type { CameraPose, DeviceMark, EntityRef, Overlay } from '../../../web/engines/mine-view.ts';

/** By handle: what differs from a fresh walker. */
export type WalkerStates = Readonly<Record<number, Partial<Parameters<typeof entityState>[0]>>>;

export type PageEvent = readonly unknown[];

/** What the page offers a browser test as `window.livePage`. */
export interface LivePage {
  readonly events: PageEvent[];
  /** The first picture of every layer is drawn and nothing more is wanted. */
  ready(): boolean;
  open(o: { theme: 'light' | 'dark'; reducedMotion: boolean; scale: number }): void;
  /** Picture `tick` of `count` walkers, handles from 1000 on. */
  people(count: number, tick: number, states: WalkerStates): void;
  noPeople(): void;
  /** True ENU of a walker, metres. */
  place(handle: number, count: number, tick: number): [number, number, number];
  devices(devices: DeviceMark[]): void;
  names(names: Readonly<Record<string, string>>): void;
  select(ref: EntityRef | null): void;
  follow(ref: EntityRef | null): void;
  flyToEntity(ref: EntityRef): void;
  overlay(
    id: string,
    overlay:
      | (Omit<Overlay, 'positions' | 'indices' | 'colours'> & {
          positions: number[];
          indices: number[];
          colours: number[];
        })
      | null,
  ): void;
  /** Takes away everything above a level, true ENU up; null: nothing. */
  cutAbove(up: number | null): void;
  layer(id: string, visible: boolean, opacity: number): void;
  seeThrough(amount: number): void;
  exaggerate(factor: number): void;
  fly(pose: CameraPose): void;
  home(): void;
  pose(): CameraPose;
  retry(): void;
}

declare global {
  interface Window {
    readonly livePage: LivePage;
    /** Counted by the test around WebGL's own functions. */
    readonly glCalls: { draws: number; drawsInFrame: number; uploads: number; bytes: number };
  }
}
