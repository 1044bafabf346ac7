/** What is drawn: nothing, the kept variant, the lost one, and what the engine itself offers. */
export type Contestant = 'empty' | 'pulled' | 'instanced' | 'points' | 'entities';

/** Where the eye is. */
export type View = 'over' | 'away';

/** Milliseconds of the main thread, medians; drawing itself is waited for outside of them. */
export interface Cost {
  /** A frame between two pictures. */
  readonly betweenMs: number;
  /** Taking a new picture and drawing the first frame of it. */
  readonly tickMs: number;
  /** Until the pixels of a frame between two pictures are there. */
  readonly finishedMs: number;
  readonly drawsPerFrame: number;
  readonly uploadsBetween: number;
  readonly heapMB: number;
}

/** The whole engine with its labels, picking and pace, as the app uses it. */
export interface EngineCost {
  readonly betweenMs: number;
  readonly tickMs: number;
  /** Of taking the picture alone, without drawing. */
  readonly takeMs: number;
  readonly pickMs: number;
  readonly framesPerSecond: number;
}

export interface InstancingPage {
  bare(contestant: Contestant, count: number, ticks: number, view: View): Promise<Cost>;
  engine(count: number, ticks: number): Promise<EngineCost>;
}

declare global {
  interface Window {
    readonly instancing: InstancingPage;
  }
}
