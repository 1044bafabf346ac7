import { cp, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packGlb, parseGlb } from '../tile/glb.ts';
import { fiftyTubes, ground, layerOf, tube, wideTubes } from '../tile/model-fixtures.ts';
import { writeBundle } from './bundle-fixture.ts';
import { checkBundle } from './check-bundle.ts';

describe('sound bundles', () => {
  test('50 tubes with nulls and Chinese text', async () => {
    const report = await checkBundle(await writeBundle([fiftyTubes()]));
    expect(report.problems).toEqual([]);
    expect(report.counts).toMatchObject({ layers: 1, tiles: 1, features: 50, triangles: 1400 });
  });

  test('a ground of 400 × 400 posts in several levels', async () => {
    const report = await checkBundle(await writeBundle([ground(400, 5)]));
    expect(report.problems).toEqual([]);
    expect(report.counts.triangles).toBe(2 * 399 * 399);
    expect(report.counts.tiles).toBeGreaterThan(16);
  });

  test('features over 4 km and one of 3 km, split over tiles yet counted once', async () => {
    const report = await checkBundle(await writeBundle([wideTubes()]));
    expect(report.problems).toEqual([]);
    expect(report.counts.features).toBe(901);
    expect(report.counts.tiles).toBeGreaterThan(1);
  });

  test('a single feature of 2 km, a shaft of 900 m and a flat sheet', async () => {
    const long = tube('long', [-1000, 0, 0], 2000, 2);
    const shaft = tube('shaft', [0, 0, 0], 900, 3);
    const turned = Float64Array.from(shaft.mesh.positions, (_, i) => {
      const p = shaft.mesh.positions;
      return i % 3 === 0 ? p[i + 2]! : i % 3 === 1 ? p[i]! * 0 + p[i]! : -p[i - 2]!;
    });
    const sheet = {
      mesh: {
        positions: new Float64Array([0, 0, 7, 50, 0, 7, 50, 50, 7]),
        indices: new Uint32Array([0, 1, 2]),
        colour: [0, 0, 1, 0.5] as const,
      },
      properties: { id: 'sheet', note: '', length: null, year: null, flooded: null },
    };
    const features = [long, { ...shaft, mesh: { ...shaft.mesh, positions: turned } }, sheet];
    const report = await checkBundle(await writeBundle([layerOf(features, 'keep')]));
    expect(report.problems).toEqual([]);
    expect(report.counts).toMatchObject({ tiles: 1, features: 3 });
  });
});

interface GltfJson {
  nodes: { translation: number[] }[];
  bufferViews: { byteOffset: number }[];
  accessors: { bufferView: number }[];
  meshes: {
    primitives: { extensions: { EXT_mesh_features: { featureIds: { featureCount: number }[] } } }[];
  }[];
  extensions: {
    EXT_structural_metadata: {
      propertyTables: {
        count: number;
        properties: Record<string, { values: number; stringOffsets: number }>;
      }[];
    };
  };
}

describe('broken bundles', () => {
  let sound = '';
  beforeAll(async () => {
    sound = await writeBundle([fiftyTubes()]);
  });

  const broken = async (breakIt: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'hyalite-broken-'));
    await cp(sound, folder, { recursive: true });
    await breakIt(folder);
    const report = await checkBundle(folder);
    await rm(folder, { recursive: true });
    expect(report.ok).toBe(false);
    return report.problems;
  };
  const editGlb = (edit: (json: GltfJson, binary: Uint8Array) => void) => async (folder: string) => {
    const file = join(folder, 'test-layer/r.glb');
    const { json, binary } = parseGlb(await readFile(file));
    edit(json as GltfJson, binary);
    await writeFile(file, packGlb({ json, binary }));
  };
  const editJson = (file: string, from: string | RegExp, to: string) => async (folder: string) => {
    const text = await readFile(join(folder, file), 'utf8');
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    await writeFile(join(folder, file), edited);
  };
  const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

  test('geometry outside its box', async () => {
    const problems = await broken(
      editGlb((json) => {
        json.nodes[0]!.translation[1]! += 5;
      }),
    );
    const found = problems.find(({ code }) => code === 'outside-bounding-volume');
    expect(found?.file).toBe('test-layer/r.glb');
    expect(found?.message).toContain('5.000 m');
  });

  test('a child box outside its parent', async () => {
    const wide = await writeBundle([wideTubes()]);
    const file = join(wide, 'test-layer/tileset.json');
    const tileset = JSON.parse(await readFile(file, 'utf8'));
    tileset.root.children[0].boundingVolume.box[3] += 4000;
    await writeFile(file, JSON.stringify(tileset));
    expect(codes((await checkBundle(wide)).problems)).toContain('child-outside-parent');
  });

  test('feature ids beyond the table', async () => {
    const problems = await broken(
      editGlb((json) => {
        json.extensions.EXT_structural_metadata.propertyTables[0]!.count = 20;
      }),
    );
    expect(codes(problems)).toContain('feature-id-out-of-range');
  });

  test('a string column whose offsets run backwards', async () => {
    const problems = await broken(
      editGlb((json, binary) => {
        const { stringOffsets } = json.extensions.EXT_structural_metadata.propertyTables[0]!.properties.id!;
        const view = new DataView(binary.buffer, binary.byteOffset);
        view.setUint16(json.bufferViews[stringOffsets]!.byteOffset + 4, 0, true);
      }),
    );
    expect(problems.find(({ code }) => code === 'metadata-invalid')?.message).toContain('row 1');
  });

  test('a misaligned column', async () => {
    const problems = await broken(
      editGlb((json) => {
        const { values } = json.extensions.EXT_structural_metadata.propertyTables[0]!.properties.length!;
        json.bufferViews[values]!.byteOffset -= 4;
      }),
    );
    expect(problems.find(({ code }) => code === 'metadata-invalid')?.message).toContain('aligned');
  });

  test.each(['features', 'triangles', 'tiles', 'bytes'])('a false count of %s', async (name) => {
    const problems = await broken(editJson('catalog.json', new RegExp(`"${name}":\\d+`), `"${name}":7`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'count-wrong', path: `/layers/test-layer/${name}` });
  });

  test('a missing GLB', async () => {
    const problems = await broken((folder) => rm(join(folder, 'test-layer/r.glb')));
    expect(codes(problems)).toContain('file-missing');
  });

  test('a truncated GLB', async () => {
    const problems = await broken((folder) => truncate(join(folder, 'test-layer/r.glb'), 9000));
    expect(problems[0]).toMatchObject({ file: 'test-layer/r.glb', code: 'glb-unreadable' });
  });

  test('compressed vertices damaged in place', async () => {
    const problems = await broken(editGlb((_, binary) => binary.fill(0xff, 0, 400)));
    expect(problems.every(({ file }) => file.startsWith('test-layer/') || file === 'catalog.json')).toBe(
      true,
    );
  });

  test('a path that leads out, a stray file, a link', async () => {
    expect(codes(await broken(editJson('test-layer/tileset.json', 'r.glb', '../../r.glb')))).toContain(
      'path-escapes',
    );
    const stray = await broken((folder) => writeFile(join(folder, 'notes.txt'), 'x'));
    expect(stray).toEqual([{ file: 'notes.txt', code: 'stray-file', message: expect.any(String) }]);
    const link = await broken(async (folder) => {
      await rm(join(folder, 'test-layer/r.glb'));
      await symlink(join(sound, 'test-layer/r.glb'), join(folder, 'test-layer/r.glb'));
    });
    expect(codes(link)).toContain('not-a-file');
  });

  test('a root that stands elsewhere than the catalog says', async () => {
    const problems = await broken(
      editJson('test-layer/tileset.json', /"transform":\[[^,]+/, '"transform":[0.5'),
    );
    expect(codes(problems)).toContain('transform-wrong');
  });

  test('a catalog that is not one, and a folder that is none', async () => {
    expect(codes(await broken((folder) => writeFile(join(folder, 'catalog.json'), '{')))).toContain(
      'json-unreadable',
    );
    expect(codes(await broken((folder) => rm(join(folder, 'catalog.json'))))).toContain('file-missing');
    expect((await checkBundle(join(sound, 'nowhere'))).problems[0]?.code).toBe('bundle-unreadable');
  });
});
