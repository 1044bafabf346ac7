import type { CesiumWidget, Texture } from '@cesium/engine';
import type { CapMesh } from '../../../../domain/geology/slice/cap-mesh.ts';
import { type CapHit, capHit, type Ray } from '../../../../domain/geology/slice/cap-pick.ts';
import type { CutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import { cameraAxes, cameraPosition } from '../camera-pose.ts';
import { contextOf } from '../engine-drawing.ts';
import type { LayerTileset } from '../layer-tileset.ts';
import type { MineStage } from '../mine-stage.ts';
import type { OrbitCamera } from '../orbit-camera.ts';
import { metresPerPixel } from '../orbit-motion.ts';
import { dot, subtract, type Vec3 } from '../vector.ts';
import { createDrawnCap, type DrawnCap } from './cap-draw.ts';
import { createPatternAtlas } from './pattern-atlas.ts';
import { noSlice, type SliceUniforms, sliceUniforms } from './slice-uniforms.ts';

/** What the view has been told of the cut, apart from any engine object. */
export interface SliceMemory {
  region: CutRegion | null;
  cap: CapMesh | null;
  /** Clicks name places instead of choosing things. */
  placing: boolean;
}

export const emptySliceMemory = (): SliceMemory => ({ region: null, cap: null, placing: false });

/** The cut as those need it who draw each frame. */
export interface SliceNow {
  readonly region: CutRegion | null;
  readonly uniforms: SliceUniforms;
}

/** The cut in one life of the engine. */
export interface SliceView {
  readonly now: SliceNow;
  applyRegion(): void;
  applyCap(): void;
  /** What of the cap is at a canvas point (CSS pixels); whether something lies before it is not asked. */
  at(x: number, y: number): CapHit | null;
  /** True ENU ray through a canvas point. */
  rayAt(x: number, y: number): Ray;
  /** CSS pixels of a true ENU point; null behind the eye. */
  screenOf(point: Vec3): { readonly x: number; readonly y: number } | null;
  prepareFrame(): void;
  destroy(): void;
}

const NEAREST = 0.2;

export function createSliceView(
  widget: CesiumWidget,
  stage: MineStage,
  camera: OrbitCamera,
  layers: readonly LayerTileset[],
  memory: SliceMemory,
): SliceView {
  const { scene, canvas } = widget;
  const context = contextOf(scene);
  const now: { region: CutRegion | null; uniforms: SliceUniforms } = { region: null, uniforms: noSlice() };
  let cap: DrawnCap | null = null;
  /** Made with the first cap: most pictures have none. */
  let patterns: Texture | null = null;
  const drawn = (mesh: CapMesh): DrawnCap => {
    patterns ??= createPatternAtlas(context);
    return createDrawnCap(context, mesh, stage, patterns);
  };
  const eye = (): Vec3 => stage.truePoint(cameraPosition(camera.pose()));
  const pixel = (): number =>
    metresPerPixel(camera.pose().range, stage.tanHalfHeight(), canvas.clientHeight || 1);
  const rayAt = (x: number, y: number): Ray => {
    const [e, n, u] = stage.rayAt(camera.pose(), x, y);
    return { origin: eye(), direction: [e, n, u / stage.exaggeration()] };
  };
  const view: SliceView = {
    now,
    applyRegion() {
      now.region = memory.region;
      now.uniforms = memory.region ? sliceUniforms(memory.region) : noSlice();
      for (const { material } of layers) material.setSlice(now.uniforms);
      scene.requestRender();
    },
    applyCap() {
      if (cap) scene.primitives.remove(cap);
      cap = memory.cap && memory.cap.indices.length > 0 ? drawn(memory.cap) : null;
      if (cap) {
        cap.setFrame(eye(), pixel());
        scene.primitives.add(cap);
      }
      scene.requestRender();
    },
    at: (x, y) => (memory.cap ? capHit(memory.cap, rayAt(x, y)) : null),
    rayAt,
    screenOf(point) {
      const pose = camera.pose();
      const axes = cameraAxes(pose.heading, pose.pitch);
      const from = subtract(stage.drawnPoint(point), cameraPosition(pose));
      const depth = dot(from, axes.direction);
      if (depth < NEAREST) return null;
      const scale = canvas.clientHeight / (2 * stage.tanHalfHeight() * depth);
      return {
        x: canvas.clientWidth / 2 + dot(from, axes.right) * scale,
        y: canvas.clientHeight / 2 - dot(from, axes.up) * scale,
      };
    },
    prepareFrame: () => cap?.setFrame(eye(), pixel()),
    destroy() {
      if (cap && !scene.isDestroyed()) scene.primitives.remove(cap);
      cap = null;
      patterns?.destroy();
      patterns = null;
    },
  };
  view.applyRegion();
  view.applyCap();
  return view;
}
