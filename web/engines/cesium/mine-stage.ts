import {
  Cartesian2,
  Cartesian3,
  type Cesium3DTile,
  type CesiumWidget,
  DirectionalLight,
  Matrix3,
  PerspectiveFrustum,
} from '@cesium/engine';
import type { Catalog, EnuBox } from '../../../domain/contracts/catalog.ts';
import { exaggerationMatrix } from '../../../domain/frame/exaggeration.ts';
import { invertRigid, multiply4, transformPoint } from '../../../domain/frame/matrix4.ts';
import { metres } from '../../../domain/units/quantities.ts';
import type { CameraPose } from '../mine-view.ts';
import { contourInterval } from './appearance.ts';
import { cameraAxes, cameraPosition, rayDirection } from './camera-pose.ts';
import { firstHit } from './engine-internals.ts';
import { featureBounds } from './feature-bounds.ts';
import type { FrameUniforms } from './glass-shader.ts';
import type { LayerTileset } from './layer-tileset.ts';
import { type OrbitLimits, orbitLimits } from './orbit-motion.ts';
import { type Sight, withTargets } from './picking.ts';
import { add, scale, type Vec3 } from './vector.ts';

/** Between the engine's Earth-centred world and the mine's frame as drawn: camera, rays, stretch, light. */
export interface MineStage {
  readonly pivotUp: number;
  exaggeration(): number;
  setExaggeration(factor: number, layers: readonly LayerTileset[]): void;
  limits(): OrbitLimits;
  drawn(box: EnuBox): EnuBox;
  drawnPoint(point: Vec3): Vec3;
  truePoint(point: Vec3): Vec3;
  /** Of a point as drawn, Earth-centred metres. */
  toEcef(point: Vec3): Cartesian3;
  /** Rotation from the mine's axes to Earth-centred ones. */
  readonly enuToWorld: Matrix3;
  toDrawn(pose: CameraPose): CameraPose;
  toTrue(pose: CameraPose): CameraPose;
  tanHalfHeight(): number;
  aspect(): number;
  placeCamera(pose: CameraPose): void;
  rayAt(pose: CameraPose, x: number, y: number): Vec3;
  /** Point of the drawing on the ray through a canvas point, of this layer or of anything (null). */
  pointAt(pose: CameraPose, x: number, y: number, sight: Sight, layerId: string | null): Vec3 | null;
  /** Writes eye, stretch and light for the frame about to be drawn. */
  prepareFrame(pose: CameraPose, layers: readonly LayerTileset[]): void;
  /** Bounds as drawn of a feature in the loaded tiles; null where no loaded tile holds it. */
  boundsOf(layer: LayerTileset, featureId: string): Promise<EnuBox | null>;
}

/** Tiles read for the bounds of one feature: a long roadway lies in several, a coarse level repeats them. */
const MOST_TILES_READ = 12;
/** Light from over the viewer's left shoulder; straight from the eye would leave faces without shade. */
const SHOULDER = { right: 0.35, up: -0.5 };

export function createMineStage(widget: CesiumWidget, catalog: Catalog): MineStage {
  const { scene } = widget;
  const enuToEcef = catalog.frame.enuToEcef;
  const ecefToEnu = invertRigid(enuToEcef);
  const pivotUp = catalog.extent.max[2];
  let factor = 1;
  const light = new DirectionalLight({ direction: new Cartesian3(0, 0, -1) });
  scene.light = light;
  const frustum = scene.camera.frustum;
  if (frustum instanceof PerspectiveFrustum) frustum.near = 0.2;

  const turn = (v: Vec3): Cartesian3 =>
    new Cartesian3(
      enuToEcef[0]! * v[0] + enuToEcef[4]! * v[1] + enuToEcef[8]! * v[2],
      enuToEcef[1]! * v[0] + enuToEcef[5]! * v[1] + enuToEcef[9]! * v[2],
      enuToEcef[2]! * v[0] + enuToEcef[6]! * v[1] + enuToEcef[10]! * v[2],
    );
  const toEcef = (v: Vec3): Cartesian3 => new Cartesian3(...transformPoint(enuToEcef, v[0], v[1], v[2]));
  const stretchUp = (up: number): number => pivotUp + (up - pivotUp) * factor;
  const shrinkUp = (up: number): number => pivotUp + (up - pivotUp) / factor;
  const drawn = (box: EnuBox): EnuBox => ({
    min: [box.min[0], box.min[1], stretchUp(box.min[2])],
    max: [box.max[0], box.max[1], stretchUp(box.max[2])],
  });
  const tanHalfHeight = (): number => Math.tan(((frustum as PerspectiveFrustum).fovy ?? Math.PI / 3) / 2);
  const aspect = (): number => (frustum as PerspectiveFrustum).aspectRatio ?? 1;
  const rayAt = (pose: CameraPose, x: number, y: number): Vec3 => {
    const { clientWidth, clientHeight } = widget.canvas;
    return rayDirection(
      pose,
      (2 * x) / clientWidth - 1,
      1 - (2 * y) / clientHeight,
      tanHalfHeight(),
      aspect(),
    );
  };

  const frame: FrameUniforms = {
    eye: new Cartesian3(),
    stretch: new Cartesian2(1, pivotUp),
    worldToEnu: Matrix3.fromArray([
      ecefToEnu[0]!,
      ecefToEnu[1]!,
      ecefToEnu[2]!,
      ecefToEnu[4]!,
      ecefToEnu[5]!,
      ecefToEnu[6]!,
      ecefToEnu[8]!,
      ecefToEnu[9]!,
      ecefToEnu[10]!,
    ]),
    contourInterval: 10,
  };

  return {
    pivotUp,
    exaggeration: () => factor,
    setExaggeration(next, layers) {
      factor = next;
      const matrix = exaggerationMatrix(enuToEcef, factor, metres(pivotUp));
      for (const layer of layers) layer.setModelMatrix(matrix);
    },
    limits: () => orbitLimits(catalog.extent, factor, pivotUp),
    drawn,
    drawnPoint: (point) => [point[0], point[1], stretchUp(point[2])],
    truePoint: (point) => [point[0], point[1], shrinkUp(point[2])],
    toEcef,
    enuToWorld: Matrix3.transpose(frame.worldToEnu, new Matrix3()),
    toDrawn: (pose) => ({ ...pose, target: [pose.target[0], pose.target[1], stretchUp(pose.target[2])] }),
    toTrue: (pose) => ({ ...pose, target: [pose.target[0], pose.target[1], shrinkUp(pose.target[2])] }),
    tanHalfHeight,
    aspect,
    placeCamera(pose) {
      const axes = cameraAxes(pose.heading, pose.pitch);
      const { camera } = scene;
      // Set directly: setView goes through heading and pitch of another place's frame and rounds on the way.
      camera.position = toEcef(cameraPosition(pose));
      camera.direction = turn(axes.direction);
      camera.up = turn(axes.up);
      camera.right = turn(axes.right);
    },
    rayAt,
    pointAt(pose, x, y, sight, layerId) {
      const origin = toEcef(cameraPosition(pose));
      const direction = turn(rayAt(pose, x, y));
      const hit = withTargets(sight, layerId, () => firstHit(scene, origin, direction, 0.1));
      return hit ? transformPoint(ecefToEnu, hit.x, hit.y, hit.z) : null;
    },
    prepareFrame(pose, layers) {
      const axes = cameraAxes(pose.heading, pose.pitch);
      frame.eye = new Cartesian3(...cameraPosition(pose));
      frame.stretch = new Cartesian2(factor, pivotUp);
      frame.contourInterval = contourInterval(pose.range);
      for (const { material } of layers) material.setFrame(frame);
      const beam = add(axes.direction, add(scale(axes.right, SHOULDER.right), scale(axes.up, SHOULDER.up)));
      light.direction = Cartesian3.normalize(turn(beam), new Cartesian3());
    },
    async boundsOf(layer, featureId) {
      const tiles = new Map<string, { rows: Set<number>; transform: number[] }>();
      for (const { content, row } of layer.style.placesOf(featureId)) {
        const known = tiles.get(content.url);
        if (known) known.rows.add(row);
        else if (tiles.size < MOST_TILES_READ) {
          const transform = multiply4(ecefToEnu, placement(content.tile));
          tiles.set(content.url, { rows: new Set([row]), transform });
        }
      }
      let found: EnuBox | null = null;
      for (const [url, { rows, transform }] of tiles) {
        // Comes from the browser's cache: the engine has just fetched it.
        const answer = await fetch(url);
        if (!answer.ok) continue;
        const box = await featureBounds(new Uint8Array(await answer.arrayBuffer()), rows, transform);
        if (box) found = found ? union(found, box) : box;
      }
      return found && drawn(found);
    },
  };
}

/**
 * Tile's frame → ECEF without the exaggeration. Not the engine's computedTransform: a hidden tileset does not bring
 * that up to date.
 */
const placement = (tile: Cesium3DTile): number[] => {
  const own = Array.from(tile.transform as unknown as ArrayLike<number>);
  return tile.parent ? multiply4(placement(tile.parent), own) : own;
};

const union = (a: EnuBox, b: EnuBox): EnuBox => ({
  min: [Math.min(a.min[0], b.min[0]), Math.min(a.min[1], b.min[1]), Math.min(a.min[2], b.min[2])],
  max: [Math.max(a.max[0], b.max[0]), Math.max(a.max[1], b.max[1]), Math.max(a.max[2], b.max[2])],
});
