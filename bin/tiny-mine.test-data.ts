import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The smallest survey that makes a bundle: one goaf polygon 20 m × 10 m, 3 m thick, and two collars. */
export const GOAFS = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { 编号: 'G-01', 厚度: 3 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [39_512_000, 3_900_000, -50],
            [39_512_020, 3_900_000, -50],
            [39_512_020, 3_900_010, -52],
            [39_512_000, 3_900_010, -52],
            [39_512_000, 3_900_000, -50],
          ],
        ],
      },
    },
  ],
};

export const MANIFEST = `hyalite: 1
id: tiny
name: { zh: 小矿, en: Tiny mine }
type: underground-metal
provenance: synthetic
survey:
  crs: EPSG:4527
  axes: x-north-y-east
  verticalDatum: 1985 National Height Datum
  geoidSeparation: -8.2
lithologies:
  - { code: LST, name: { zh: 灰岩, en: limestone }, colour: "#7aa6c2" }
sources:
  - { kind: borehole-collars, file: collars.csv, columns: { hole: 孔号, x: X, y: Y, z: H, depth: 孔深 } }
  - { kind: borehole-intervals, file: intervals.csv, columns: { hole: 孔号, from: 自, to: 至, lithology: 岩性 } }
  - kind: goafs
    file: goafs.geojson
    crs: EPSG:4527
    axes: x-east-y-north
    columns: { id: 编号, thickness: 厚度 }
`;

export const COLLARS = '孔号,X,Y,H,孔深\nZK1,3900020,39512010,12.5,60\nZK2,3900030,39512060,13.5,40\n';
export const INTERVALS = '孔号,自,至,岩性\nZK1,0,60,灰岩\nZK2,0,40,灰岩\n';

/** Writes the tiny mine into a folder of its own. @returns the folder */
export const writeTinyMine = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-tiny-'));
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'mine.yaml'), MANIFEST);
  await writeFile(join(folder, 'collars.csv'), COLLARS);
  await writeFile(join(folder, 'intervals.csv'), INTERVALS);
  await writeFile(join(folder, 'goafs.geojson'), JSON.stringify(GOAFS));
  return folder;
};
