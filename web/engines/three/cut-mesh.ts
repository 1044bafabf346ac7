import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  type Vector4,
} from 'three';
import type { CutFace } from '../section-view.ts';

/** The cut as a mesh of flat colours: it is a drawing laid into the picture, and is not lit. */
export const createCutMesh = ({
  positions,
  indices,
  colours,
}: CutFace): Mesh<BufferGeometry, MeshBasicMaterial> => {
  const count = positions.length / 3;
  // The cut's own first corner is its origin: far from the mine's, floats are coarse.
  const [e, n, u] = [positions[0] ?? 0, positions[1] ?? 0, positions[2] ?? 0];
  const local = new Float32Array(positions.length);
  const tints = new Float32Array(positions.length);
  const tint = new Color();
  for (let i = 0; i < count; i++) {
    local[i * 3] = positions[i * 3]! - e;
    local[i * 3 + 1] = positions[i * 3 + 1]! - n;
    local[i * 3 + 2] = positions[i * 3 + 2]! - u;
    tint.setRGB(colours[i * 3]! / 255, colours[i * 3 + 1]! / 255, colours[i * 3 + 2]! / 255, 'srgb');
    tint.toArray(tints, i * 3);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(local, 3));
  geometry.setAttribute('color', new BufferAttribute(tints, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  // Level with what it cuts: a hair to the eye, so that neither flickers through the other.
  const material = new MeshBasicMaterial({
    vertexColors: true,
    side: DoubleSide,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -1,
  });
  const mesh = new Mesh(geometry, material);
  mesh.position.set(e, n, u);
  return mesh;
};

/** Writes the plane behind which things stay: what lies on the side `normal` points to is not drawn. */
export const setClip = (clip: Vector4, away: CutFace['away']): void => {
  if (!away) {
    clip.set(0, 0, 0, 0);
    return;
  }
  const [x, y, z] = away.normal;
  const [e, n, u] = away.through;
  clip.set(x, y, z, -(x * e + y * n + z * u));
};
