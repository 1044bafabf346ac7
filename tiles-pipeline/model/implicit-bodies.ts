import Module from 'manifold-3d';
import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import type { BodySettings } from '../../domain/contracts/stratigraphy.ts';
import { createBlockIndex } from '../../domain/geology/faults/fault-blocks.ts';
import type { FaultSurface } from '../../domain/geology/geological-model.ts';
import { type BodyField, bodyField, MOST_SAMPLES } from '../../domain/geology/implicit/body-field.ts';
import {
  type BodyStretch,
  gradeStretches,
  type SignedSample,
  signedSamples,
} from '../../domain/geology/implicit/signed-samples.ts';
import { boxOfPositions, type Vec3 } from '../../domain/geometry/bounds.ts';
import { orientOutward, signedVolume, type TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { numberIn } from './assay-values.ts';
import { integerColumn, numberColumn, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import type { Hole } from './holes.ts';
import { knownMedian } from './known-median.ts';
import { createLayerDraft, type SourcedLayer } from './layer-draft.ts';
import { USUAL_LAYERS } from './layer-heads.ts';
import { createLithologyLegend } from './lithology-legend.ts';
import type { MineContext } from './mine-context.ts';
import { boundingFaults, faultCutter } from './strata-solids.ts';

const ORE_COLOUR = '#9c3550';
/** Cells of a skin beyond which a body takes minutes; refused, never coarsened unasked. */
const MOST_CELLS = 1_000_000;
/** What is smaller is a ghost of the grid, m³: a cell. */
const LEAST_CELLS = 1;

const COLUMNS: readonly CatalogProperty[] = [
  numberColumn('volume', '体积', 'Volume', 'm³', 0),
  textColumn('block', '断块', 'Fault block'),
  integerColumn('holes', '依据的钻孔数', 'Holes it rests on'),
  integerColumn('contacts', '见体界点数', 'Contacts it rests on'),
  numberColumn('deviation', '界面标准差（中位数）', 'Standard deviation of the skin (median)', 'm', 1),
  numberColumn('leftOutRmse', '剔除检验均方根误差（界面）', 'Left-out holes: RMSE of the skin', 'm', 2),
  numberColumn('leftOutInside', '剔除检验落入95%区间', 'Left-out holes inside the 95 % band', '%', 0),
  numberColumn('leftOutSide', '剔除检验内外判对率', 'Left-out holes: right side of the skin', '%', 0),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
];

/** Catalog layer of a body of mine.yaml. */
export const bodyLayerId = (id: string): string => `body-${id}`;

/**
 * Ore bodies and lenses as closed bodies from what the holes met, one layer each. A body of faulted ground is put together where it
 * lay before the faults moved it, and each block's part is cut at the faults. Beyond the reach of the holes it ends, and its
 * skin there has no standard deviation: nobody knows whether it does.
 */
export const modelBodies = async (
  holes: readonly Hole[],
  faults: readonly FaultSurface[],
  mine: MineContext,
): Promise<SourcedLayer[]> => {
  const layers: SourcedLayer[] = [];
  for (const settings of mine.manifest.bodies) {
    const layer = await modelBody(settings, holes, faults, mine);
    if (layer) layers.push(layer);
  }
  return layers;
};

const modelBody = async (
  settings: BodySettings,
  holes: readonly Hole[],
  faults: readonly FaultSurface[],
  mine: MineContext,
): Promise<SourcedLayer | null> => {
  const say = (
    code: FindingCode,
    severity: 'error' | 'warning',
    params: Record<string, string | number> = {},
  ) => {
    const body = `${settings.name.zh} (${settings.name.en})`;
    mine.findings.push({
      severity,
      code,
      source: 'mine.yaml',
      file: 'mine.yaml',
      column: 'bodies',
      params: { body, ...params },
    });
    return null;
  };
  if ((settings.lithologies === undefined) === (settings.grade === undefined))
    return say('body-rule-missing', 'error');
  const index = createBlockIndex(faults);
  const samples = samplesOf(settings, holes, mine);
  if (samples.length === 0) return say('body-not-met', 'warning');
  /** By family of blocks whose movements are known, put back. */
  const families = new Map<number, SignedSample[]>();
  const met = new Map<number, Set<number>>();
  for (const sample of samples) {
    const b = index.blockOf(sample.at);
    const { family, moved } = index.blocks[b]!;
    const at: Vec3 = [sample.at[0] - moved[0], sample.at[1] - moved[1], sample.at[2] - moved[2]];
    const own = families.get(family) ?? [];
    families.set(family, own);
    own.push({ ...sample, at });
    met.set(family, (met.get(family) ?? new Set()).add(b));
  }
  const parts: {
    readonly block: number;
    readonly family: number;
    readonly mesh: TriangleMesh;
    readonly field: BodyField;
  }[] = [];
  for (const [family, own] of families) {
    if (own.length > MOST_SAMPLES)
      return say('body-too-many-samples', 'error', { count: own.length, most: MOST_SAMPLES });
    const field = bodyField(own, settings);
    if (!field) {
      // Met behind a fault of unknown throw, and nobody drilled out of it there: its part is left out, which must be heard of.
      if (own.some(({ value }) => value > 0)) say('body-not-met', 'warning');
      continue;
    }
    const box = boxAround(own, settings.reach);
    const cells = [0, 1, 2].reduce(
      (product, k) => (product * (box.max[k]! - box.min[k]!)) / settings.edge,
      1,
    );
    if (cells > MOST_CELLS)
      return say('body-too-fine', 'error', { cells: Math.round(cells), most: MOST_CELLS });
    const whole = await levelSet(field, box, settings.edge);
    for (const block of met.get(family)!) {
      const mesh = await partOf(whole, index.blocks[block]!, faults);
      if (mesh && signedVolume(mesh) > LEAST_CELLS * settings.edge ** 3)
        parts.push({ block, family, mesh, field });
    }
  }
  if (parts.length === 0) return say('body-not-met', 'warning');
  return layerOf(
    settings,
    parts,
    families,
    index.blocks.map(({ moved }) => moved),
    holes,
    mine,
  );
};

const samplesOf = (settings: BodySettings, holes: readonly Hole[], mine: MineContext): SignedSample[] => {
  const { lithologies, grade, spacing, reach } = settings;
  const logged = holes.flatMap(({ intervals }) => intervals.map(({ lithology }) => lithology));
  const legend = createLithologyLegend(mine.manifest.lithologies, [...logged, ...(lithologies ?? [])]);
  const wanted = new Set((lithologies ?? []).map((rock) => legend.entryOf(rock).key));
  return holes.flatMap((hole, h) => {
    const stretches: BodyStretch[] = grade
      ? gradeStretches(
          hole.intervals.map((one) => ({
            from: one.from,
            to: one.to,
            grade: numberIn(one, grade.attribute),
          })),
          grade,
        )
      : hole.intervals.flatMap(({ from, to, lithology }) =>
          lithology === null ? [] : [{ from, to, isInside: wanted.has(legend.entryOf(lithology).key) }],
        );
    const at = (depth: number) => mine.frame.surveyToEnu(hole.path.at(metres(depth))) as unknown as Vec3;
    return signedSamples(stretches, h, at, { spacing, most: reach });
  });
};

interface PlainBox {
  readonly min: readonly number[];
  readonly max: readonly number[];
}

/** Around what is inside, as far as the field may reach from it. */
const boxAround = (samples: readonly SignedSample[], reach: number): PlainBox => {
  const inside = samples.filter(({ value }) => value >= 0);
  const axis = (k: number, pick: (...values: number[]) => number, side: number) =>
    inside.map(({ at }) => at[k]!).reduce((a, b) => pick(a, b), side);
  return {
    min: [0, 1, 2].map((k) => axis(k, Math.min, Number.POSITIVE_INFINITY) - reach),
    max: [0, 1, 2].map((k) => axis(k, Math.max, Number.NEGATIVE_INFINITY) + reach),
  };
};

const levelSet = async (field: BodyField, box: PlainBox, edge: number): Promise<TriangleMesh> => {
  const wasm = await Module();
  wasm.setup();
  // Near the origin, where single precision is fine enough.
  const middle = [0, 1, 2].map((k) => (box.min[k]! + box.max[k]!) / 2);
  const shifted = (corner: readonly number[]) =>
    corner.map((value, k) => value - middle[k]!) as [number, number, number];
  const solid = wasm.Manifold.levelSet(
    ([x, y, z]) => field.at(x + middle[0]!, y + middle[1]!, z + middle[2]!),
    { min: shifted(box.min), max: shifted(box.max) },
    edge,
  );
  const { vertProperties, numProp, triVerts } = solid.getMesh();
  solid.delete();
  const positions = new Float64Array((vertProperties.length / numProp) * 3);
  for (let i = 0; i < positions.length; i++)
    positions[i] = vertProperties[Math.floor(i / 3) * numProp + (i % 3)]! + middle[i % 3]!;
  return orientOutward({ positions, indices: Uint32Array.from(triVerts) });
};

/** The body moved to where the block's rock lies now, and cut at the faults around it. */
const partOf = async (
  { positions, indices }: TriangleMesh,
  block: { readonly moved: Vec3; readonly sides: Int8Array },
  faults: readonly FaultSurface[],
): Promise<TriangleMesh | null> => {
  const mesh = { positions: positions.map((value, i) => value + block.moved[i % 3]!), indices };
  const bounds = boundingFaults({ ...block, id: '', bases: [], contacts: 0 });
  if (bounds.length === 0) return mesh;
  const { min, max } = boxOfPositions(mesh.positions);
  const cut = await faultCutter(faults, { min, max });
  const part = cut.clip(mesh, bounds);
  cut.destroy();
  return part;
};

const layerOf = (
  settings: BodySettings,
  parts: readonly {
    readonly block: number;
    readonly family: number;
    readonly mesh: TriangleMesh;
    readonly field: BodyField;
  }[],
  families: ReadonlyMap<number, readonly SignedSample[]>,
  movements: readonly Vec3[],
  holes: readonly Hole[],
  mine: MineContext,
): SourcedLayer => {
  const placed = [
    ...new Set(holes.flatMap((hole) => [hole.placed, ...hole.intervals.map(({ read }) => read.placed)])),
  ];
  const provenance = mine.manifest.provenance === 'synthetic' ? 'synthetic' : 'inferred';
  const draft = createLayerDraft(
    {
      id: bodyLayerId(settings.id),
      ...USUAL_LAYERS.bodies,
      name: settings.name,
      group: settings.is === 'ore' ? 'ore' : 'strata',
      provenance,
      sources: placed.map(({ id }) => id),
    },
    COLUMNS,
  );
  for (const { block, family, mesh, field } of parts) {
    const moved = movements[block]!;
    const deviation = Float32Array.from({ length: mesh.positions.length / 3 }, (_, i) =>
      field.deviation(
        mesh.positions[i * 3]! - moved[0],
        mesh.positions[i * 3 + 1]! - moved[1],
        mesh.positions[i * 3 + 2]! - moved[2],
      ),
    );
    const own = families.get(family)!;
    const left = field.crossValidation;
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    const many = parts.length > 1;
    draft.add({
      id: many ? `${settings.id}/${block + 1}` : settings.id,
      title: many ? `${settings.name.zh} · 断块 ${block + 1}` : settings.name.zh,
      provenance,
      source: placed[0]!.id,
      mesh: { ...mesh, deviation },
      legend: { key: settings.id, name: settings.name, colour: settings.colour ?? ORE_COLOUR },
      values: {
        volume: signedVolume(mesh),
        block: many ? String(block + 1) : null,
        holes: new Set(own.map(({ hole }) => hole)).size,
        contacts: own.filter(({ isContact }) => isContact).length,
        deviation: knownMedian(deviation),
        leftOutRmse: left?.rmse ?? null,
        leftOutInside: left ? 100 * left.inside95 : null,
        leftOutSide: left ? 100 * left.rightSide : null,
        zMin: min,
        zMax: max,
      },
    });
  }
  return draft.finish();
};
