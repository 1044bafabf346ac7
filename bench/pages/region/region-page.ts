/** What the bench asks of its page. */
export type RegionContestant = 'ours' | 'peer';

export interface RegionPage {
  /** Both are loaded and drawn. */
  readonly ready: Promise<void>;
  /** Moves a contestant's camera once along the path, a step a frame. @returns frames */
  drive(contestant: RegionContestant): Promise<number>;
}

declare global {
  interface Window {
    region: RegionPage;
  }
}
