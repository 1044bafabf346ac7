import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountyCatalog, type RegisterMine, registerMineSchema } from '../../domain/contracts/county.ts';
import { wgs84ToGcj02 } from '../../domain/frame/gcj02.ts';
import { buildCounty } from './build-county.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared/data/08-jining-region');
const hasData = existsSync(SHARED);
if (!hasData) process.stdout.write(`skipped: the region of Jining needs ${SHARED}\n`);

describe.skipIf(!hasData)(
  'a region of real files, in three coordinate systems and without half of what is asked',
  () => {
    let folder: string;
    let catalog: CountyCatalog;
    let mines: readonly RegisterMine[];

    const manifest = (): string => {
      const file = (name: string) => relative(folder, join(SHARED, name));
      const gem = file('gem_coal_mines_shandong_subset.geojson');
      const boundaries = `where: { mine feature category: mine boundary }`;
      return `hyalite-county: 1
id: jining
name: { zh: 济宁一带, en: Jining region }
attribution: counties CC BY 4.0; mines GEM CC BY 4.0; water OpenStreetMap ODbL
survey: { crs: EPSG:4527, verticalDatum: not stated, geoidSeparation: 0 }
base: { minZoom: 7, maxZoom: 10 }
sources:
  - { kind: boundary, file: ${file('counties_gcj02.geojson')}, crs: GCJ-02, where: { city: [山东/济宁市] } }
  - { kind: towns, file: ${file('counties_gcj02.geojson')}, crs: GCJ-02, where: { city: [山东/济宁市] } }
  - { kind: water, file: ${file('waterbodies_osm_250m.geojson')}, crs: EPSG:4326 }
  - kind: mines
    file: ${gem}
    crs: EPSG:4326
    ${boundaries}
    columns: { id: GEM Mine ID, name: Mine Name, type: mine feature subcategory, owner: Owners, minerals: Coal Grade }
    words: { type: { underground: underground-coal } }
  - { kind: mining-rights, file: ${gem}, crs: EPSG:4326, ${boundaries}, columns: { mine: GEM Mine ID, id: id } }
`;
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hyalite-jining-'));
      await writeFile(join(folder, 'county.yaml'), manifest());
      const built = await buildCounty({
        manifestFile: join(folder, 'county.yaml'),
        countiesRoot: folder,
        bundlesRoot: folder,
      });
      catalog = built.catalog;
      mines = registerMineSchema
        .array()
        .parse(JSON.parse(await readFile(join(folder, 'jining', 'mines.json'), 'utf8')));
    }, 60_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('has all nine mines, measured, and says unknown of what no file says', () => {
      expect(mines).toHaveLength(9);
      const outside = catalog.findings.filter(({ code }) => code === 'county-outside');
      const isOutside = new Set(outside.map(({ value }) => value));
      for (const mine of mines) {
        expect(mine).toMatchObject({
          type: 'underground-coal',
          provenance: 'measured',
          state: 'unknown',
          grade: null,
          risk: null,
          warning: null,
          leader: null,
          ground: null,
          recorded: [],
          duties: { facts: {}, events: {} },
        });
        // No file says the town: it is the one whose land the mine lies in, where one of these is.
        expect(mine.town === null).toBe(isOutside.has(mine.id));
        expect(mine.owner).not.toBeNull();
        expect(mine.right).toMatchObject({ bottom: null, top: null, validUntil: null });
      }
    });

    it('says what is missing, and which mines lie beyond the border', () => {
      const of = (code: string) => catalog.findings.filter((finding) => finding.code === code);
      expect(of('county-source-missing').map(({ params }) => params.kind)).toEqual(
        expect.arrayContaining(['relief', 'mine-features', 'mine-facts']),
      );
      // Zhaolou lies in Heze, Chaili and others in Zaozhuang.
      expect(of('county-outside').length).toBeGreaterThan(0);
      expect(catalog.relief).toBeNull();
      expect(catalog.files.hazards).toBeNull();
    });

    it('moves the borders of the web maps by the half kilometre they are off', async () => {
      const raw = JSON.parse(await readFile(join(SHARED, 'counties_gcj02.geojson'), 'utf8'));
      const [first] = raw.features[0].geometry.coordinates[0];
      const [longitude, latitude] = catalog.towns[0]!.rings[0]![0]![0]!;
      const east = (first[0] - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180);
      const north = (first[1] - latitude) * 110_950;
      const metres = Math.hypot(east, north);
      expect(metres).toBeGreaterThan(300);
      expect(metres).toBeLessThan(800);
      const [x, y] = wgs84ToGcj02([longitude, latitude]);
      expect(Math.hypot(x - first[0], y - first[1]) * 111_000).toBeLessThan(0.02);
    });
  },
);
