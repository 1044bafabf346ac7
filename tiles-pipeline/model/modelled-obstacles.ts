import type { ObstacleFacts } from '../../domain/contracts/driving-facts.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import type { ModelledHazard } from '../../domain/contracts/stratigraphy.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { DrivingModel } from './driving-facts.ts';
import { middleOf } from './goaf-shapes.ts';
import { bodyLayerId } from './implicit-bodies.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { ModelFeature } from './layer-model.ts';
import { upOf } from './mine-context.ts';
import { STRATA_LAYER } from './strata.ts';

/**
 * With the units and bodies of the model that are obstacles to headings. A model says where it thinks a thing is, never that there
 * is none elsewhere: no kind counts as recorded for being modelled.
 */
export const withModelled = (
  driving: DrivingModel,
  layers: readonly SourcedLayer[],
  manifest: MineManifest,
  frame: MineFrame,
): DrivingModel => {
  const taken = new Set(driving.obstacles.map(({ id }) => id));
  const modelled = layers.flatMap((layer) =>
    layer.features.flatMap((feature) => {
      const hazard = hazardOf(layer, feature, manifest);
      return hazard && hazard.is !== 'none'
        ? [obstacleOf({ ...hazard, is: hazard.is }, layer, feature, frame, taken)]
        : [];
    }),
  );
  return { ...driving, obstacles: [...driving.obstacles, ...modelled] };
};

const KARST: ModelledHazard = { is: 'karst', foundBy: ['drilling'], dry: false };

const hazardOf = (
  layer: SourcedLayer,
  { properties }: ModelFeature,
  { strata, bodies }: MineManifest,
): ModelledHazard | null => {
  if (layer.id === STRATA_LAYER)
    return strata?.units.find(({ id }) => id === properties.unit)?.hazard ?? null;
  const body = bodies.find(({ id }) => bodyLayerId(id) === layer.id);
  return body?.hazard ?? (body?.is === 'karst' ? KARST : null);
};

const obstacleOf = (
  { is, foundBy, waterLevel, dry }: ModelledHazard & { readonly is: 'aquifer' | 'karst' },
  layer: SourcedLayer,
  { properties, mesh }: ModelFeature,
  frame: MineFrame,
  taken: ReadonlySet<string>,
): ObstacleFacts => {
  const feature = String(properties.id);
  const level = waterLevel === undefined ? null : upOf(frame, middleOf(mesh.positions), metres(waterLevel));
  return {
    id: taken.has(feature) ? `${layer.id}:${feature}` : feature,
    name: String(properties.title ?? properties.id),
    kind: is,
    source: layer.id,
    body: { type: 'mesh', layer: layer.id, feature },
    // A level beside "dry" is a contradiction; the water is believed.
    water: level !== null ? { level } : dry ? 'dry' : is === 'aquifer' ? { level: null } : 'unknown',
    conductive: null,
    evidence: [...foundBy],
    evidenceWritten: null,
    placed: true,
    modelled: true,
  };
};
