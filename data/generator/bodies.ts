import { type Fault, type Geology, LENS_BOX } from './geology.ts';
import { fromLens, type Plan, type Vec3 } from './place.ts';
import { boxAround, type NamedMesh, sheet, solidOf } from './solids.ts';

/** Ore, faults, cavities and the soft interlayer as meshes. */

export const ORE_PARTS = [
  { id: 'ORE-1A', lens: 1, block: 'A', grade: 31.2 },
  { id: 'ORE-1B', lens: 1, block: 'B', grade: 36.8 },
  { id: 'ORE-1C', lens: 1, block: 'C', grade: 34.1 },
  { id: 'ORE-2B', lens: 2, block: 'B', grade: 27.5 },
] as const;

/** The lens is sampled finer across than along: it is thin. */
const STRETCH = 2;

export const oreSolid = (geology: Geology, part: (typeof ORE_PARTS)[number]): NamedMesh => ({
  name: part.id,
  ...solidOf(
    geology.orePart(part.lens, part.block),
    {
      min: [-LENS_BOX.u, -LENS_BOX.v, -LENS_BOX.w * STRETCH],
      max: [LENS_BOX.u, LENS_BOX.v, LENS_BOX.w * STRETCH],
      toWorld: (u, v, w) => fromLens(u, v, w / STRETCH),
      handed: -1,
    },
    part.lens === 1 ? 9 : 7,
    0.7,
  ),
});

/** A fault's middle as a rough disc around the lens, finer towards nothing: 25 m mesh, ragged rim. */
export const faultSheet = (geology: Geology, fault: Fault): NamedMesh => {
  const [nx, ny, nz] = fault.normal;
  const flat = Math.hypot(nx, ny);
  const along: Vec3 = [-ny / flat, nx / flat, 0];
  const up: Vec3 = [(-nx * nz) / flat, (-ny * nz) / flat, flat];
  const rows: (Vec3 | null)[][] = [];
  for (let b = -14; b <= 14; b++) {
    const row: (Vec3 | null)[] = [];
    for (let a = -18; a <= 18; a++) {
      const [da, db] = [a * 25, b * 20];
      let p: Vec3 = [
        fault.through[0] + along[0] * da + up[0] * db,
        fault.through[1] + along[1] * da + up[1] * db,
        fault.through[2] + up[2] * db,
      ];
      // Two steps along the normal put the point on the wavy middle to the centimetre.
      for (let k = 0; k < 6; k++) {
        const d = geology.faultDistance(fault, p);
        p = [p[0] - nx * d, p[1] - ny * d, p[2] - nz * d];
      }
      const rim = 1 + 0.1 * Math.sin(a * 1.7 + b) + 0.06 * Math.sin(b * 2.3 - a);
      const inside = (da / 430) ** 2 + (db / 270) ** 2 < rim && p[2] < geology.baseOfWeathered(p[0], p[1]);
      row.push(inside ? p : null);
    }
    rows.push(row);
  }
  return { name: fault.id, ...sheet(rows) };
};

export const cavitySolids = (geology: Geology, inside: (centre: Plan) => boolean): NamedMesh[] =>
  geology.cavities
    .filter((cavity) => inside([cavity.centre[0], cavity.centre[1]]))
    .map((cavity) => {
      const half = cavity.radii.map((r) => r * 1.55) as unknown as Vec3;
      const edge = Math.min(...cavity.radii) / 3.2;
      return {
        name: cavity.id,
        ...solidOf(geology.cavityField(cavity), boxAround(cavity.centre, half), edge, 0.12),
      };
    });

export const softInterlayerSheet = (geology: Geology): NamedMesh => {
  const rows: (Vec3 | null)[][] = [];
  for (let y = 1060; y <= 3040; y += 36) {
    const row: (Vec3 | null)[] = [];
    for (let x = 5260; x <= 7340; x += 40) {
      const z = geology.softInterlayer(x, y);
      row.push(z !== null && z < geology.ground.height(x, y) - 0.5 ? [x, y, z] : null);
    }
    rows.push(row);
  }
  return { name: 'SI-1', ...sheet(rows) };
};
