import type { Overlay } from '../../mine-view.ts';

/** An overlay as the graphics card takes it: float32 metres from `origin`, which stays in double precision. */
export interface OverlayMesh {
  /** Metres, true ENU. */
  readonly origin: readonly [number, number, number];
  /** Metres from the origin to the farthest vertex. */
  readonly radius: number;
  /** 3 a vertex. */
  readonly positions: Float32Array;
  /** Lines: 3 a vertex, the other end of its segment; null for triangles. */
  readonly others: Float32Array | null;
  /** 4 a vertex. */
  readonly colours: Uint8Array;
  readonly indices: Uint32Array;
}

/**
 * Lines become two triangles a segment over four vertices (two an end, in the order the shader expects: vertices 0, 1 at
 * the first end and 2, 3 at the second), widened on the screen by the shader.
 * @throws RangeError where an index names no vertex, a column is too short or a position is not a number
 */
export function overlayMesh({ kind, positions, indices, colours }: Overlay): OverlayMesh {
  const count = Math.floor(positions.length / 3);
  if (colours.length < count * 4)
    throw new RangeError(`overlay: ${count} vertices need ${count * 4} colour values, got ${colours.length}`);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count * 3; i++) {
    const value = positions[i]!;
    if (!Number.isFinite(value)) throw new RangeError(`overlay: position ${i} is ${value}`);
    const axis = i % 3;
    min[axis] = Math.min(min[axis]!, value);
    max[axis] = Math.max(max[axis]!, value);
  }
  for (const index of indices)
    if (index >= count) throw new RangeError(`overlay: index ${index} of ${count} vertices`);
  const middle = (axis: number): number => (count > 0 ? (min[axis]! + max[axis]!) / 2 : 0);
  const origin: [number, number, number] = [middle(0), middle(1), middle(2)];
  const radius = count > 0 ? Math.hypot(max[0]! - origin[0], max[1]! - origin[1], max[2]! - origin[2]) : 0;
  const local = new Float32Array(count * 3);
  for (let i = 0; i < local.length; i++) local[i] = positions[i]! - origin[i % 3]!;
  if (kind === 'triangles')
    return { origin, radius, positions: local, others: null, colours: colours.slice(0, count * 4), indices };

  const segments = Math.floor(indices.length / 2);
  const ends = new Float32Array(segments * 12);
  const others = new Float32Array(segments * 12);
  const paint = new Uint8Array(segments * 16);
  const squares = new Uint32Array(segments * 6);
  for (let s = 0; s < segments; s++) {
    const [a, b] = [indices[s * 2]!, indices[s * 2 + 1]!];
    [a, a, b, b].forEach((from, corner) => {
      const to = from === a ? b : a;
      const at = s * 4 + corner;
      for (let axis = 0; axis < 3; axis++) {
        ends[at * 3 + axis] = local[from * 3 + axis]!;
        others[at * 3 + axis] = local[to * 3 + axis]!;
      }
      for (let part = 0; part < 4; part++) paint[at * 4 + part] = colours[from * 4 + part]!;
    });
    squares.set(
      [0, 1, 2, 0, 2, 3].map((corner) => s * 4 + corner),
      s * 6,
    );
  }
  return { origin, radius, positions: ends, others, colours: paint, indices: squares };
}
