import type { OrthographicPose } from '../../../web/engines/section-view.ts';

export interface SectionPage {
  open(pose: OrthographicPose): void;
  pose(pose: OrthographicPose): void;
  layer(id: string, visible: boolean, opacity: number): void;
  /** A square cut of one colour through a point, facing south; what is south of it is cut away. */
  cut(through: readonly [number, number, number], half: number): void;
  /** Layers that wait for tiles; null before the first picture. */
  waiting(): number | null;
  events(): readonly { readonly type: string; readonly detail: string }[];
}

declare global {
  interface Window {
    sectionPage: SectionPage;
  }
}
