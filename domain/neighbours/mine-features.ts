import { type Body, lineBody, meshBody } from '../clearance/body.ts';
import type { EvidenceMethod } from '../contracts/driving.ts';
import type { NeighbourKind } from '../contracts/neighbours.ts';
import type { Water } from '../drive-on/obstacle.ts';
import { type Box3, boxOfPoints, type Vec3 } from '../geometry/bounds.ts';
import { boundingBox, type TriangleMesh } from '../geometry/triangle-mesh.ts';

/** East, north, up in the frame of the county, metres. */
export type FeatureShape =
  | { readonly type: 'mesh'; readonly mesh: TriangleMesh; readonly closed: boolean }
  | { readonly type: 'line'; readonly line: readonly Vec3[]; readonly radius: number };

export interface MineFeature {
  /** Unique in the county. */
  readonly id: string;
  readonly kind: NeighbourKind;
  readonly shape: FeatureShape;
  /** How its position was found; null: not known. */
  readonly method: EvidenceMethod | null;
  /** Metres, where the source gives its own; null: that of the method is taken. */
  readonly plusMinus: number | null;
  /** Of goafs, workings, aquifers, shafts. */
  readonly water: Water;
  /** Of faults: whether water runs along it; null: not known. */
  readonly conductive: boolean | null;
  /** Name of the aquifer, fault or ore body it is a part of, where several mines record parts of one; null: itself. */
  readonly partOf: string | null;
  /** Nobody said how high or deep it goes: its shape is the most it can be. Left out: its shape is what was said. */
  readonly atMost?: true;
  /** Nobody said how thick it is: it is compared as a line, and how near its wall is nobody knows. Left out: its radius was said. */
  readonly unsized?: true;
}

/** What it encloses nobody can say. A fault is a sheet and encloses nothing. */
export const isOpenMesh = ({ kind, shape }: MineFeature): boolean =>
  kind !== 'fault' && shape.type === 'mesh' && !shape.closed;

export interface MineRecord {
  readonly id: string;
  /** null: not known. */
  readonly owner: string | null;
  readonly features: readonly MineFeature[];
  /** Kinds whose files were read whole, or of which the mine states to have none. Of any other kind nothing is denied. */
  readonly recorded: readonly NeighbourKind[];
  /** Height of the highest ground over the mine, metres, and how far it may be off; null: not known. */
  readonly ground: { readonly highest: number; readonly plusMinus: number | null } | null;
}

/** A feature with its mine, its box, and its body, which is made only when something comes near. */
export interface PlacedFeature {
  readonly mine: number;
  readonly feature: MineFeature;
  readonly box: Box3;
  readonly body: () => Body;
}

/**
 * Features of some kinds of all mines.
 * @throws RangeError naming mine and feature where a shape is empty, a point is not a number, or a radius is not 0 or more
 */
export function placeFeatures(
  mines: readonly MineRecord[],
  kinds: readonly NeighbourKind[],
): PlacedFeature[] {
  const wanted = new Set(kinds);
  return mines.flatMap((mine, number) =>
    mine.features
      .filter(({ kind }) => wanted.has(kind))
      .map((feature) => {
        let made: Body | null = null;
        const where = `${feature.kind} ${feature.id} of mine ${mine.id}`;
        return {
          mine: number,
          feature,
          box: boxOf(feature.shape, where),
          body: () => {
            made ??= bodyOf(feature.shape, where);
            return made;
          },
        };
      }),
  );
}

function boxOf(shape: FeatureShape, where: string): Box3 {
  const grown = shape.type === 'line' ? shape.radius : 0;
  const { min, max } = shape.type === 'line' ? boxOfPoints(shape.line) : boundingBox(shape.mesh);
  const box: Box3 = {
    min: [min[0] - grown, min[1] - grown, min[2] - grown],
    max: [max[0] + grown, max[1] + grown, max[2] + grown],
  };
  if (!(grown >= 0) || [...box.min, ...box.max].some((value) => !Number.isFinite(value)))
    throw new RangeError(
      `${where} is nowhere: expected points in metres (and a radius of 0 or more), got ${[...min, ...max].join(', ')}${shape.type === 'line' ? `, radius ${grown}` : ''}; mend or leave out the feature`,
    );
  return box;
}

function bodyOf(shape: FeatureShape, where: string): Body {
  try {
    return shape.type === 'line' ? lineBody(shape.line, shape.radius) : meshBody(shape.mesh, shape.closed);
  } catch (error) {
    throw new RangeError(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}
