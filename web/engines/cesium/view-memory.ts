import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import type { CameraPose, LayerAppearance } from '../mine-view.ts';
import type { LiveMemory } from './live/live-memory.ts';
import type { SliceMemory } from './slice/slice-view.ts';

export interface FeatureRef {
  readonly layerId: string;
  readonly featureId: string;
}

/** Everything the view has been told, apart from any engine object: what a rebuilt picture is made from. */
export interface ViewMemory {
  readonly layers: Map<string, LayerAppearance>;
  seeThrough: number;
  /** Metres. */
  certainBelow: number;
  exaggeration: number;
  selected: FeatureRef | null;
  isolated: FeatureRef | null;
  /** By layer: which features are drawn. */
  readonly kept: Map<string, (featureId: string) => boolean>;
  readonly marked: Map<string, (featureId: string) => Corroboration | null>;
  /** The pointer is reported as rays. */
  aiming: boolean;
  theme: 'light' | 'dark';
  reducedMotion: boolean;
  /** True ENU; null = home. */
  pose: CameraPose | null;
  readonly live: LiveMemory;
  readonly slice: SliceMemory;
}
