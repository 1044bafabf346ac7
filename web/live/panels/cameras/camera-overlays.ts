import type { CameraState } from '../../../../domain/cameras/camera-state.ts';
import type { CameraSight } from '../../../../domain/cameras/coverage-table.ts';
import { frustumMesh, type OverlayMesh, type Rgba } from '../../../../domain/cameras/frustum-mesh.ts';
import {
  type Stretch,
  type Surroundings,
  seenCells,
  stretchesOf,
} from '../../../../domain/cameras/line-of-sight.ts';
import type { Proposal } from '../../../../domain/cameras/propose.ts';
import { measured } from '../../../../domain/cameras/roadway-cells.ts';
import { viewCone } from '../../../../domain/cameras/view-cone.ts';
import type { Overlay } from '../../../engines/mine-view.ts';

/** Kept away from red, orange, yellow and blue, which mean warning levels. Working: accent; failing: grey. */
export const WORKING_COLOUR: Rgba = [76, 194, 184, 190];
export const FAILING_COLOUR: Rgba = [150, 156, 164, 150];
export const PROPOSED_COLOUR: Rgba = [188, 140, 242, 190];
/** Some roadways have much the same colour as the volume: the rim tells them apart. */
const RIM: Rgba = [245, 250, 250, 255];
const FAILING_RIM: Rgba = [120, 126, 134, 255];
const LINE_WIDTH = 2;
const STRETCH_WIDTH = 5;
/** Metres. */
const OVER_THE_ROOF = 0.2;

export interface Shown {
  readonly sight: CameraSight;
  readonly state: CameraState;
}

const colourOf = (state: CameraState): Rgba => (state === 'online' ? WORKING_COLOUR : FAILING_COLOUR);

const rimOf = (state: CameraState): Rgba => (state === 'online' ? RIM : FAILING_RIM);

/** Several meshes of one kind as one overlay; null where there is none. */
const joined = (
  meshes: readonly OverlayMesh[],
  o: { width?: number; throughRock: boolean },
): Overlay | null => {
  const kind = meshes[0]?.kind;
  if (!kind) return null;
  const vertices = meshes.reduce((sum, { positions }) => sum + positions.length / 3, 0);
  const positions = new Float64Array(vertices * 3);
  const colours = new Uint8Array(vertices * 4);
  const indices = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0));
  let [vertex, index] = [0, 0];
  for (const mesh of meshes) {
    positions.set(mesh.positions, vertex * 3);
    colours.set(mesh.colours, vertex * 4);
    for (const i of mesh.indices) indices[index++] = i + vertex;
    vertex += mesh.positions.length / 3;
  }
  return { kind, positions, colours, indices, sliced: true, ...o };
};

/** Views as volumes and their outlines. Cameras whose view cannot be told draw nothing. */
export const frustaOverlays = (
  surroundings: Surroundings,
  shown: readonly Shown[],
  proposals: readonly Proposal[],
): { readonly volumes: Overlay | null; readonly outlines: Overlay | null } => {
  const meshes = [
    ...shown.map(({ sight, state }) =>
      sight.cone ? frustumMesh(surroundings, sight.cone, sight.stands, colourOf(state), rimOf(state)) : null,
    ),
    ...proposals.map(({ view }) =>
      frustumMesh(surroundings, viewCone(view), 'roadway', PROPOSED_COLOUR, RIM),
    ),
  ].filter((mesh) => mesh !== null);
  return {
    volumes: joined(
      meshes.map(({ volume }) => volume),
      { throughRock: true },
    ),
    outlines: joined(
      meshes.map(({ outline }) => outline),
      { width: LINE_WIDTH, throughRock: true },
    ),
  };
};

/** What is seen, drawn along the roofs of the roadways: inside, their walls would hide it. Working cameras are drawn last, on top. */
export const stretchesOverlay = (
  surroundings: Surroundings,
  shown: readonly Shown[],
  proposals: readonly Proposal[],
): Overlay | null => {
  const lines = (stretches: readonly Stretch[], colour: Rgba) =>
    stretches.map((stretch) => stretchLine(surroundings, stretch, colour)).filter((line) => line !== null);
  const by = (working: boolean) =>
    shown
      .filter(({ state }) => (state === 'online') === working)
      .flatMap(({ sight, state }) => lines(sight.stretches, colourOf(state)));
  const proposed = proposals.flatMap(({ view }) =>
    lines(stretchesOf(surroundings, seenCells(surroundings, viewCone(view))), PROPOSED_COLOUR),
  );
  return joined([...proposed, ...by(false), ...by(true)], { width: STRETCH_WIDTH, throughRock: true });
};

const stretchLine = (
  { network }: Surroundings,
  { edge: id, from, to }: Stretch,
  colour: Rgba,
): OverlayMesh | null => {
  const edge = network.edges.find((one) => one.id === id);
  if (!edge) return null;
  const line = measured(edge.line);
  const above = edge.height + OVER_THE_ROOF;
  const stops = [from, ...line.starts.filter((at) => at > from && at < to), to];
  const positions = Float64Array.from(stops.flatMap((at) => [...line.pointAt(at, above)]));
  const colours = new Uint8Array(stops.length * 4);
  for (let i = 0; i < stops.length; i++) colours.set([colour[0], colour[1], colour[2], 255], i * 4);
  const indices = Uint32Array.from(stops.slice(1).flatMap((_, i) => [i, i + 1]));
  return { kind: 'lines', positions, colours, indices };
};
