import {
  createLineTree,
  createTriangleTree,
  type TriangleTree,
} from '../../../../domain/clearance/triangle-tree.ts';
import type { BodyKind } from '../../../../domain/geology/geological-model.ts';
import type { CapMesh, CapPart } from '../../../../domain/geology/slice/cap-mesh.ts';
import { capHit, type Ray } from '../../../../domain/geology/slice/cap-pick.ts';
import { type CutRegion, isCutAway } from '../../../../domain/geology/slice/cut-region.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { boundingBox } from '../../../../domain/geometry/triangle-mesh.ts';
import { creaseEdges } from '../../../../domain/measure/crease-edges.ts';
import { groundHit } from '../../../../domain/measure/ray-ground.ts';
import { entersBox, rayHit } from '../../../../domain/measure/ray-mesh.ts';
import { cornersNear, type NearCorner } from '../../../../domain/measure/snap.ts';
import type { Aim } from '../../../engines/mine-view.ts';
import type { MeasureSubject } from './measure-subject.ts';

/** What a point is taken of. */
export type SnapOwner =
  | { readonly kind: 'body'; readonly body: number }
  | { readonly kind: 'hole'; readonly interval: number }
  | { readonly kind: 'cut'; readonly part: CapPart | null }
  | { readonly kind: 'ground' };

/** A point a click would take, true ENU. */
export interface Snap {
  readonly at: Vec3;
  readonly hold: 'vertex' | 'edge' | 'surface';
  readonly owner: SnapOwner;
}

/** What of the mine can be pointed at now. */
export interface InSight {
  /** By layer and feature: whether it is drawn. */
  readonly shows: (layerId: string, featureId: string) => boolean;
  readonly region: CutRegion | null;
  readonly cap: CapMesh | null;
  /** Whether there is ground, and whether one sees through it: then it is taken only where nothing else is met. */
  readonly ground: 'solid' | 'open' | 'hidden';
}

export interface Snapper {
  snap(aim: Aim, sight: InSight): Snap | null;
}

/** CSS pixels within which a corner is meant, or an edge. */
const VERTEX_PIXELS = 11;
const EDGE_PIXELS = 7;
/** Nothing hides behind these: they are drawn solid. */
const SOLID_LOOKS: ReadonlySet<BodyKind> = new Set<BodyKind>([
  'roadway',
  'shaft',
  'stope',
  'planned-heading',
]);
/** Share of its distance, and metres, by which a corner may lie behind what is met first and still be seen: it is its own. */
const OWN_SHARE = 1e-4;
const OWN_METRES = 0.02;

interface Item {
  readonly tree: TriangleTree;
  readonly creases: Uint8Array;
}

interface Candidate extends NearCorner {
  readonly owner: SnapOwner;
}

/** Trees are built of what a ray comes near, when it first does. */
export const createSnapper = ({ bodies, holes, ground }: MeasureSubject): Snapper => {
  const boxes = new Float64Array(bodies.length * 6);
  for (const [b, { mesh }] of bodies.entries()) {
    const { min, max } = boundingBox(mesh);
    boxes.set([...min, ...max], b * 6);
  }
  const items: (Item | undefined)[] = [];
  const itemOf = (body: number): Item => {
    const known = items[body];
    if (known) return known;
    const { mesh } = bodies[body]!;
    const item = { tree: createTriangleTree(mesh), creases: creaseEdges(mesh) };
    items[body] = item;
    return item;
  };
  const axes = holes.map(({ line }) => lineItem(line));
  let capLines: { readonly of: CapMesh; readonly item: Item | null } | null = null;
  const linesOf = (cap: CapMesh): Item | null => {
    if (capLines?.of !== cap)
      capLines = { of: cap, item: piecesItem(cap.lines.positions, cap.lines.indices) };
    return capLines.item;
  };

  return {
    snap(aim, sight) {
      const { ray } = aim;
      const { region, cap } = sight;
      const keeps = (at: Vec3): boolean => region === null || !isCutAway(region, at);
      const keepsAlong = (along: number): boolean => keeps(pointOn(ray, along));
      const shown = bodies.flatMap(({ layerId, featureId }, b) =>
        sight.shows(layerId, featureId) ? [b] : [],
      );
      let first: { along: number; owner: SnapOwner } | null = null;
      const meet = (along: number, owner: SnapOwner): void => {
        if (!first || along < first.along) first = { along, owner };
      };
      for (const body of shown) {
        const most: number = first ? (first as { along: number }).along : Number.POSITIVE_INFINITY;
        if (!(entersBox(boxes, body * 6, ray.origin, ray.direction) < most)) continue;
        const hit = rayHit(itemOf(body).tree, ray, most, keepsAlong);
        if (hit) meet(hit.along, { kind: 'body', body });
      }
      const cut = cap && capHit(cap, ray);
      if (cut) meet(cut.along, { kind: 'cut', part: cap.parts[cut.part] ?? null });
      const onGround = ground && sight.ground !== 'hidden' ? groundHit(ground, ray, keepsAlong) : null;
      if (onGround !== null && (sight.ground === 'solid' || !first)) meet(onGround, { kind: 'ground' });

      /** What one cannot see through, nearer than this along a ray. */
      const hidden = (at: Vec3): boolean => {
        const to: Ray = {
          origin: ray.origin,
          direction: [at[0] - ray.origin[0], at[1] - ray.origin[1], at[2] - ray.origin[2]],
        };
        const most = 1 - OWN_SHARE - OWN_METRES / Math.hypot(...to.direction);
        const stays = (along: number): boolean => keeps(pointOn(to, along));
        if (sight.ground === 'solid' && ground && (groundHit(ground, to, stays) ?? 1) < most) return true;
        const wall = cap && capHit(cap, to);
        if (wall && wall.along < most) return true;
        return shown.some(
          (body) =>
            SOLID_LOOKS.has(bodies[body]!.kind) &&
            entersBox(boxes, body * 6, to.origin, to.direction) < most &&
            rayHit(itemOf(body).tree, to, most, stays) !== null,
        );
      };

      const reach = {
        stretch: aim.stretch,
        vertex: aim.pixel * VERTEX_PIXELS,
        edge: aim.pixel * EDGE_PIXELS,
      };
      const candidates: Candidate[] = [];
      const look = ({ tree, creases }: Item, owner: SnapOwner): void => {
        for (const corner of cornersNear(tree, creases, ray, reach))
          if (keeps(corner.at)) candidates.push({ ...corner, owner });
      };
      for (const body of shown)
        if (nearsBox(boxes, body * 6, ray, reach)) look(itemOf(body), { kind: 'body', body });
      for (const [interval, item] of axes.entries()) {
        const { layerId, featureId } = holes[interval]!;
        if (item && sight.shows(layerId, featureId)) look(item, { kind: 'hole', interval });
      }
      const lines = cap && linesOf(cap);
      if (lines) look(lines, { kind: 'cut', part: null });
      candidates.sort((a, b) =>
        a.kind === b.kind ? a.off - b.off || a.along - b.along : a.kind === 'vertex' ? -1 : 1,
      );
      const corner = candidates.find(({ at }) => !hidden(at));
      if (corner) return { at: corner.at, hold: corner.kind, owner: corner.owner };
      // TypeScript does not see that a function called above sets it.
      const met = first as { along: number; owner: SnapOwner } | null;
      return met && { at: pointOn(ray, met.along), hold: 'surface', owner: met.owner };
    },
  };
};

const pointOn = ({ origin, direction }: Ray, along: number): Vec3 => [
  origin[0] + along * direction[0],
  origin[1] + along * direction[1],
  origin[2] + along * direction[2],
];

/** A line of three numbers a point. */
const lineItem = (line: Float64Array): Item | null => {
  const points = Array.from(
    { length: line.length / 3 },
    (_, i): Vec3 => [line[i * 3]!, line[i * 3 + 1]!, line[i * 3 + 2]!],
  );
  if (points.length < 2) return null;
  return { tree: createLineTree(points), creases: new Uint8Array(points.length - 1).fill(1) };
};

/** Single pieces of lines, two indices a piece: each is a triangle that has collapsed. */
const piecesItem = (positions: Float64Array, pieces: Uint32Array): Item | null => {
  const count = pieces.length / 2;
  if (count === 0) return null;
  const indices = new Uint32Array(count * 3);
  for (let i = 0; i < count; i++)
    indices.set([pieces[i * 2]!, pieces[i * 2 + 1]!, pieces[i * 2 + 1]!], i * 3);
  return { tree: createTriangleTree({ positions, indices }), creases: new Uint8Array(count).fill(1) };
};

/** Whether a corner in a box may be as near to a ray as is asked; a quick no for the many bodies that are nowhere near. */
const nearsBox = (
  boxes: Float64Array,
  box: number,
  { origin, direction }: Ray,
  { stretch, vertex, edge }: { readonly stretch: number; readonly vertex: number; readonly edge: number },
): boolean => {
  const scale = [1, 1, stretch] as const;
  let [along, length, square, half] = [0, 0, 0, 0];
  for (let k = 0; k < 3; k++) {
    const middle = ((boxes[box + k]! + boxes[box + 3 + k]!) / 2 - origin[k]!) * scale[k]!;
    const d = direction[k]! * scale[k]!;
    along += middle * d;
    length += d * d;
    square += middle * middle;
    half += (((boxes[box + 3 + k]! - boxes[box + k]!) / 2) * scale[k]!) ** 2;
  }
  along /= Math.sqrt(length);
  const radius = Math.sqrt(half);
  if (along < -radius) return false;
  const away = Math.sqrt(Math.max(0, square - along * along));
  const reach = Math.max(vertex, edge);
  return away <= radius * Math.hypot(1, reach) + reach * Math.max(0, along + radius);
};
