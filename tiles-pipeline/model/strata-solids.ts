import Module, { type Manifold } from 'manifold-3d';
import type { FaultBlock, FaultSurface, GeologicalModel } from '../../domain/geology/geological-model.ts';
import { hangingWallMesh } from '../../domain/geology/solids/fault-side-mesh.ts';
import { type SlabMesh, slabMesh } from '../../domain/geology/solids/slab-mesh.ts';
import { type UnitSlab, unitSlabs } from '../../domain/geology/solids/unit-slabs.ts';
import { type Box3, boxOfPositions, emptyBox, isEmptyBox, unionBox } from '../../domain/geometry/bounds.ts';
import { createPointIndex } from '../../domain/geometry/point-index.ts';
import { compactMesh, signedVolume, type TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';

/** A unit in one block, as a closed body. */
export interface StratumSolid {
  /** Indices in the model. */
  readonly unit: number;
  readonly block: number;
  readonly mesh: SlabMesh;
  /** m³ */
  readonly volume: number;
  /** The slab it was cut from. */
  readonly slab: UnitSlab;
}

/** Single precision in which bodies are cut, some kilometres from their middle; two cuts of one contact agree to it. */
const WELD = 1e-3;
/** A body of less is what rounding leaves of none: m³. */
const LEAST_VOLUME = 1;

/**
 * Every unit of every block as a closed body. What two units of a block share they share vertex for vertex; blocks are cut
 * at the fault's own surface, so what lies on its two sides has one face. Volumes are those of the triangulated columns.
 */
export const strataSolids = async (model: GeologicalModel): Promise<StratumSolid[]> => {
  const uncut = model.blocks.flatMap((block, b) =>
    unitSlabs(model, block).flatMap((slab, unit) => {
      const mesh = slabMesh(model.grid, slab);
      return mesh.indices.length > 0 ? [{ unit, block: b, mesh, slab }] : [];
    }),
  );
  const box = uncut.reduce((sum, { mesh }) => unionBox(sum, boxOfPositions(mesh.positions)), emptyBox());
  if (isEmptyBox(box)) return [];
  const cut = await faultCutter(model.faults, box);
  const bodies = uncut.flatMap(({ mesh, ...one }) => {
    const faults = boundingFaults(model.blocks[one.block]!);
    const body = faults.length > 0 ? withBase(cut.clip(mesh, faults), mesh) : mesh;
    return body ? [{ ...one, body }] : [];
  });
  cut.destroy();
  const meshes = shareVertices(bodies.map(({ body }) => body));
  return bodies.flatMap(({ unit, block, slab }, i): StratumSolid[] => {
    const mesh = meshes[i]!;
    const volume = signedVolume(mesh);
    return volume > LEAST_VOLUME ? [{ unit, block, slab, mesh, volume }] : [];
  });
};

const withBase = (part: CutMesh | null, { isBase }: SlabMesh): SlabMesh | null =>
  part && { ...part, isBase: Uint8Array.from(part.partOf, (of) => (of < 0 ? 0 : isBase[of]!)) };

interface BlockSide {
  readonly fault: number;
  readonly isHanging: boolean;
}

/** The faults on whose sides a block lies. */
export const boundingFaults = ({ sides }: FaultBlock): BlockSide[] =>
  Array.from(sides, (side, fault) => ({ fault, isHanging: side > 0, bounds: side !== 0 })).filter(
    ({ bounds }) => bounds,
  );

/** What a cut leaves of a mesh. */
interface CutMesh extends TriangleMesh {
  /** One a triangle: which triangle of the mesh it is a part of; −1 where it is of a fault. */
  readonly partOf: Int32Array;
}

/** Cuts bodies within a box at faults: `clip` gives what lies on the wanted sides. `destroy` frees what the cutter holds. */
export const faultCutter = async (faults: readonly FaultSurface[], box: Box3) => {
  const wasm = await Module();
  wasm.setup();
  // Cut near the origin: single precision holds a tenth of a millimetre 1 km from it.
  const middle = [0, 1, 2].map((k) => Math.round((box.min[k]! + box.max[k]!) / 2));
  const bodyOf = ({ positions, indices }: TriangleMesh): Manifold => {
    const mesh = new wasm.Mesh({
      numProp: 3,
      vertProperties: Float32Array.from(positions, (value, i) => value - middle[i % 3]!),
      triVerts: Uint32Array.from(indices),
      // Every triangle a face of its own: none is merged away, so a contact keeps its vertices on both sides.
      faceID: Uint32Array.from({ length: indices.length / 3 }, (_, i) => i),
    });
    return wasm.Manifold.ofMesh(mesh);
  };
  const sides = faults.map((fault) => bodyOf(hangingWallMesh(fault, box)));
  return {
    /** The part of a body on the block's side of each fault; null where nothing is left. */
    clip(mesh: TriangleMesh, bounds: readonly BlockSide[]): CutMesh | null {
      let body = bodyOf(mesh);
      const [own] = body.getMesh().runOriginalID;
      for (const { fault, isHanging } of bounds) {
        const next = isHanging ? body.intersect(sides[fault]!) : body.subtract(sides[fault]!);
        body.delete();
        body = next;
      }
      if (body.isEmpty()) {
        body.delete();
        return null;
      }
      const { vertProperties, numProp, triVerts, runOriginalID, runIndex, faceID } = body.getMesh();
      body.delete();
      const positions = new Float64Array((vertProperties.length / numProp) * 3);
      for (let i = 0; i < positions.length; i++)
        positions[i] = vertProperties[Math.floor(i / 3) * numProp + (i % 3)]! + middle[i % 3]!;
      const partOf = new Int32Array(triVerts.length / 3).fill(-1);
      runOriginalID.forEach((id, run) => {
        if (id === own)
          partOf.set(faceID.subarray(runIndex[run]! / 3, runIndex[run + 1]! / 3), runIndex[run]! / 3);
      });
      return { positions, indices: Uint32Array.from(triVerts), partOf };
    },
    destroy(): void {
      for (const side of sides) side.delete();
    },
  };
};

/**
 * Moves vertices to those of bodies before that lie within the tolerance, and drops triangles that collapse. Parts of one
 * body that only touch stay apart by index.
 */
const shareVertices = (bodies: readonly SlabMesh[]): SlabMesh[] => {
  const places = createPointIndex(WELD);
  const numbers = bodies.map(({ positions }) =>
    Uint32Array.from({ length: positions.length / 3 }, (_, v) => places.addAt(positions, v * 3)),
  );
  const all = places.points();
  return bodies.map(({ positions, indices, isBase }, b) => {
    const place = numbers[b]!;
    /** Vertices that an edge too short to keep has made one. */
    const one = Uint32Array.from(place, (_, v) => v);
    const root = (v: number): number => {
      let r = v;
      while (one[r] !== r) r = one[r]!;
      return r;
    };
    const kept: number[] = [];
    const keptBase: number[] = [];
    for (let i = 0; i < indices.length; i += 3) {
      const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
      let collapsed = false;
      for (let k = 0; k < 3; k++) {
        const [from, to] = [corners[k]!, corners[(k + 1) % 3]!];
        if (place[from] !== place[to]) continue;
        one[root(to)] = root(from);
        collapsed = true;
      }
      if (collapsed) continue;
      kept.push(...corners);
      keptBase.push(isBase[i / 3]!);
    }
    const moved = new Float64Array(positions.length);
    for (let v = 0; v < place.length; v++) moved.set(all.subarray(place[v]! * 3, place[v]! * 3 + 3), v * 3);
    const mesh = compactMesh({ positions: moved, indices: Uint32Array.from(kept, root) });
    return { ...mesh, isBase: Uint8Array.from(keptBase) };
  });
};
