import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type BodiesFile, bodiesSchema } from '../../domain/contracts/geology.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import type { BodyKind } from '../../domain/geology/geological-model.ts';
import { boxCentre } from '../../domain/geometry/bounds.ts';
import { boundingBox, edgeReport, weldVertices } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { bodyLayerId } from '../model/implicit-bodies.ts';
import type { ModelledLayer } from '../model/model-mine.ts';
import { SEAM_LAYER } from '../model/seams.ts';

const LIST = 'model/bodies.json';
const BINARY = 'model/bodies.bin';

/** Flat shading doubles vertices along edges; within this they are one again. */
const WELD = metres(1e-6);

/** What the features of a layer are to a section; null: nothing that has a body (marks, the ground, borders). */
const kindOf = (layer: ModelledLayer, manifest: MineManifest): BodyKind | null => {
  const made = manifest.bodies.find(({ id }) => bodyLayerId(id) === layer.id);
  if (made) return made.is;
  // Seam floors are made of goafs, and are surfaces.
  if (layer.id === SEAM_LAYER) return 'surface';
  const source = manifest.sources.find(({ id, file }) => (id ?? file) === layer.sources[0]);
  switch (source?.kind) {
    case 'goafs':
      return layer.kind === 'water' ? 'goaf-water' : 'goaf';
    case 'roadways':
    case 'cave-survey':
      return 'roadway';
    case 'shafts':
      return 'shaft';
    case 'planned-headings':
      return 'planned-heading';
    case 'water-bodies':
      return 'water';
    case 'surfaces':
      // A groundwater table is drawn as water is, not as a fault.
      return source.group === 'water' ? 'water' : 'surface';
    case 'fault-traces':
      return 'surface';
    case 'solids':
      return source.is ?? (source.group === 'ore' ? 'ore' : source.group === 'workings' ? 'stope' : 'solid');
    default:
      return null;
  }
};

/** Units of `strata` that are obstacles to headings. */
const hazardUnits = ({ strata }: MineManifest): ReadonlySet<string> =>
  new Set(strata?.units.filter(({ hazard }) => hazard && hazard.is !== 'none').map(({ id }) => id));

/**
 * Writes every body of the mine at full detail: what sections, distances and drawings are computed from, which tiles
 * with their levels of detail are not exact enough for. The same layers give the same bytes.
 * @param strata layer of the units' bodies, of which only obstacles to headings are written
 */
export const writeBodies = async (
  layers: readonly ModelledLayer[],
  strata: ModelledLayer | null,
  manifest: MineManifest,
  folder: string,
): Promise<NonNullable<Catalog['bodies']>> => {
  const bodies: BodiesFile['bodies'] = [];
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (values: Float32Array | Uint32Array) => {
    const place = { byteOffset: length, count: values.length };
    const padded = new Uint8Array(Math.ceil(values.byteLength / 8) * 8);
    padded.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    chunks.push(padded);
    length += padded.length;
    return place;
  };
  for (const layer of layers) {
    const kind = kindOf(layer, manifest);
    if (!kind) continue;
    const colours = new Map(layer.legend.map(({ key, colour }) => [key, colour]));
    const isTraces = manifest.sources.some(
      ({ id, file, kind: of }) => of === 'fault-traces' && layer.sources.includes(id ?? file),
    );
    for (const { mesh, properties } of layer.features) {
      // A line or ribbon of unknown dip is a mark: in a section it would pass for an upright fault.
      if (isTraces && properties.form !== 'sheet') continue;
      // A modelled body has no doubled vertices, and each has a deviation of its own.
      const welded = mesh.deviation ? mesh : weldVertices(mesh.positions, mesh.indices, WELD);
      if (welded.indices.length === 0) continue;
      const origin = boxCentre(boundingBox(welded)).map(Math.round) as [number, number, number];
      const title = String(properties.title ?? properties.id);
      bodies.push({
        layer: layer.id,
        feature: String(properties.id),
        kind,
        name: { zh: title, en: title },
        colour: colours.get(String(properties.legend)) ?? '#888888',
        provenance: layer.provenance,
        origin,
        positions: put(Float32Array.from(welded.positions, (value, i) => value - origin[i % 3]!)),
        indices: put(welded.indices),
        closed: edgeReport(welded).closed,
        ...(mesh.deviation ? { deviations: put(mesh.deviation) } : {}),
      });
    }
  }
  const wanted = hazardUnits(manifest);
  const units = (strata?.features ?? []).flatMap(({ mesh, properties }): BodiesFile['strata'] => {
    if (!wanted.has(String(properties.unit)) || !mesh.deviation) return [];
    const origin = boxCentre(boundingBox(mesh)).map(Math.round) as [number, number, number];
    return [
      {
        layer: strata!.id,
        feature: String(properties.id),
        origin,
        positions: put(Float32Array.from(mesh.positions, (value, i) => value - origin[i % 3]!)),
        indices: put(mesh.indices),
        closed: edgeReport(mesh).closed,
        deviations: put(mesh.deviation),
      },
    ];
  });
  await mkdir(join(folder, 'model'), { recursive: true });
  const list: BodiesFile = bodiesSchema.parse({
    format: 'hyalite-bodies/1',
    file: BINARY,
    bodies,
    strata: units,
  });
  await writeFile(join(folder, LIST), `${JSON.stringify(list)}\n`);
  await writeFile(join(folder, BINARY), Buffer.concat(chunks));
  return { file: LIST, count: bodies.length };
};
