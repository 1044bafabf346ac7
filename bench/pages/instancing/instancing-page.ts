/** What is drawn: nothing, the kept variant, the lost one, and what the engine itself offers. */
export type Contestant = 'empty' | 'pulled' | 'instanced' | 'points' | 'entities';

/** Where the eye is. */
export type View = 'over' | 'away';

/** What one frame cost. */
export interface Spent {
  /** Of the main thread. */
  readonly ms: number;
  /** Until its pixels were there. */
  readonly finishedMs: number;
  /** Draw calls, without the engine's own copies of the whole picture. */
  readonly draws: number;
  readonly uploads: number;
}

/** Contestants entered in one page. They take turns, so that what else the machine does hits all alike. */
export interface Contesting {
  /** What draws, by the browser's word. */
  readonly graphics: string;
  /** New pictures, one after another: taken, and the first frame of each drawn. @param carriedOut false: draw calls are held back */
  ticks(contestant: Contestant, times: number, carriedOut: boolean): Spent[];
  /** Frames between two pictures. */
  frames(contestant: Contestant, times: number, carriedOut: boolean): Spent[];
  /** Heap used over what was before they entered. */
  heapMoreMB(): Promise<number>;
}

/** @param pictures `fresh`: each is let go of when its successor is there, as in the app, so that heaps can be compared */
export type Contest = (
  contestants: readonly Contestant[],
  count: number,
  view: View,
  pictures: 'ready' | 'fresh',
) => Promise<Contesting>;

/** The whole engine with its labels, picking and pace, as the app uses it: main-thread ms, medians. */
export interface EngineCost {
  readonly betweenMs: number;
  readonly tickMs: number;
  /** Of taking the picture alone, without drawing. */
  readonly takeMs: number;
  readonly pickMs: number;
  readonly framesPerSecond: number;
}

export interface InstancingPage {
  readonly contest: Contest;
  engine(count: number, ticks: number): Promise<EngineCost>;
}

declare global {
  interface Window {
    readonly instancing: InstancingPage;
    /** The contest under way. */
    contesting: Contesting;
  }
}
