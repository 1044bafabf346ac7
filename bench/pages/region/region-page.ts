/** What the bench asks of its page. */
export type RegionContestant = 'ours' | 'peer' | 'tilted';

export interface RegionPage {
  /** Both are loaded and drawn. */
  readonly ready: Promise<void>;
  /** Moves a contestant's camera once along the path, a step a frame. @returns frames */
  drive(contestant: RegionContestant): Promise<number>;
  /** Draws what stands under ours. From then on it is driven as `tilted`, and no more as `ours`. @returns bodies and hazards drawn */
  tilt(): Promise<{ readonly bodies: number; readonly hazards: number }>;
}

declare global {
  interface Window {
    region: RegionPage;
  }
}
