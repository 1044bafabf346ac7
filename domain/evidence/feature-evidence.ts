import type { CatalogLayer } from '../contracts/catalog.ts';
import { EVIDENCE_METHODS, type EvidenceMethod } from '../contracts/driving.ts';
import type { DrivingFacts } from '../contracts/driving-facts.ts';
import type { LayerGroup } from '../contracts/layers.ts';

/** How a thing in the rock was found; `unknown`: no file says. */
export const EVIDENCE_KINDS = [...EVIDENCE_METHODS, 'unknown'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Groups of things that somebody had to find. Ground, workings and borders were built, measured or drawn. */
const HIDDEN_GROUPS: readonly LayerGroup[] = ['boreholes', 'strata', 'ore', 'goafs', 'water'];

type Layer = Pick<CatalogLayer, 'id' | 'group' | 'kind' | 'features' | 'deviation'>;

/** How the features of the mine's hidden things were found. */
export interface FeatureEvidence {
  /** Layers that can be shown by evidence. */
  readonly layers: readonly string[];
  /** Methods of a feature; empty: unknown. */
  readonly of: (layerId: string, featureId: string) => readonly EvidenceMethod[];
  /** Features found by each, one found by two in both; intervals of boreholes and modelled strata are not among them. */
  readonly counts: Readonly<Record<EvidenceKind, number>>;
}

/**
 * Evidence as the survey files say it (`hazard.foundBy` in mine.yaml). Boreholes, and strata modelled from them, are what drilling
 * saw; of everything else that no file speaks of it is unknown.
 */
export const featureEvidence = (
  layers: readonly Layer[],
  obstacles: Pick<DrivingFacts, 'obstacles'>['obstacles'],
): FeatureEvidence => {
  const hidden = layers.filter(({ group }) => HIDDEN_GROUPS.includes(group));
  const drilled = new Set(
    hidden
      .filter(({ kind, deviation }) => kind === 'borehole-intervals' || deviation !== undefined)
      .map(({ id }) => id),
  );
  const said = new Map<string, readonly EvidenceMethod[]>();
  for (const { body, evidence } of obstacles)
    if (body.type === 'mesh') said.set(`${body.layer}\n${body.feature}`, evidence);
  const of: FeatureEvidence['of'] = (layerId, featureId) =>
    drilled.has(layerId) ? ['drilling'] : (said.get(`${layerId}\n${featureId}`) ?? []);
  const counts = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, 0])) as Record<EvidenceKind, number>;
  const known = new Map<string, number>();
  for (const { body, evidence } of obstacles) {
    if (body.type !== 'mesh' || evidence.length === 0 || drilled.has(body.layer)) continue;
    if (!hidden.some(({ id }) => id === body.layer)) continue;
    known.set(body.layer, (known.get(body.layer) ?? 0) + 1);
    for (const method of new Set(evidence)) counts[method]++;
  }
  for (const { id, features } of hidden) {
    if (!drilled.has(id)) counts.unknown += Math.max(0, features - (known.get(id) ?? 0));
  }
  return { layers: hidden.map(({ id }) => id), of, counts };
};

/** Whether a feature is shown where only some kinds of evidence are asked for. */
export const isShown = (methods: readonly EvidenceMethod[], shown: readonly EvidenceKind[]): boolean =>
  methods.length === 0 ? shown.includes('unknown') : methods.some((method) => shown.includes(method));
