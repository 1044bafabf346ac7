import type { Language } from '../../contracts/bilingual.ts';
import type { CountyFeature } from '../../contracts/county.ts';
import type { NeighbourFinding } from '../../contracts/neighbours.ts';
import type { PlanObject, RegionalPlan } from '../../contracts/regional-plan.ts';
import type { Drawing, XY } from '../../drawing/drawing.ts';
import { labelShapes, leftOutLabels, type PointLabel } from '../../drawing/label-shapes.ts';
import type { LegendItem } from '../../drawing/legend-box.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import { judgedByProof } from '../../neighbours/reach-of-mine.ts';
import { metresWithDoubt } from '../bilingual-text.ts';
import type { PlanGround } from '../plan-sources.ts';
import type { CountyGrid } from './county-grid.ts';
import { layer, padded } from './county-map.ts';
import { type DrawnHazard, positionsOf } from './drawn-hazards.ts';
import {
  DOUBTED_PROOF,
  FEATURE_LOOKS,
  faultLook,
  HAZARD_NAMES,
  HAZARD_SYMBOLS,
  type HazardLook,
  lookOf,
  PROOF_LOOK,
  SHAFT_SYMBOL,
} from './figure-looks.ts';
import { figureSheet, planView } from './figure-sheet.ts';
import { byDrawingOrder, kindLayers, nameAt, proofShapes, rightsLayer } from './plan-shapes.ts';
import { rightFields, rightNameAt } from './right-shapes.ts';

/** What an area is drawn from. */
export interface AreaFigure {
  readonly area: PlanObject;
  readonly plan: Pick<RegionalPlan, 'provenance'>;
  readonly ground: PlanGround;
  /** Findings told under the area. */
  readonly findings: readonly NeighbourFinding[];
  readonly grid: CountyGrid;
  /** All drawn hazards of the county. */
  readonly hazards: readonly DrawnHazard[];
  readonly language: Language;
}

export const featuresOfArea = ({ area, ground }: Pick<AreaFigure, 'area' | 'ground'>): CountyFeature[] =>
  area.mines
    .flatMap((mine) => ground.featuresOf.get(mine) ?? [])
    .filter(({ kind }) => kind !== 'right')
    .toSorted(byDrawingOrder);

export const hazardsOfArea = ({ area, hazards }: Pick<AreaFigure, 'area' | 'hazards'>): DrawnHazard[] => {
  const inside = new Set(area.mines);
  return hazards.filter(({ hazard }) => inside.has(hazard.mine));
};

/** Findings whose nearest points are worth a line: where things touch there is none, and rights side by side need none. */
export const drawnProofs = ({ findings, grid }: Pick<AreaFigure, 'findings' | 'grid'>) =>
  findings
    .filter(({ check }) => check !== 'contiguous' && check !== 'rights-distance')
    .flatMap((finding) =>
      finding.proofs.map((proof) => {
        const { answer, certain } = judgedByProof(finding, proof);
        return {
          here: grid.proof(proof.here.at),
          there: grid.proof(proof.there.at),
          text: metresWithDoubt(Math.abs(proof.distance), proof.plusMinus),
          isSure: certain && answer === 'found',
        };
      }),
    );

/** The area from above: rights, what is recorded of its mines, where the pairs are nearest, and the hazards. */
export const areaMap = (o: AreaFigure): Drawing => {
  const { area, ground, grid, language } = o;
  const at = (position: readonly number[]): XY => grid.plan([position[0]!, position[1]!]);
  const rights = area.mines.flatMap((id) => {
    const mine = ground.mineById.get(id);
    return mine ? [{ mine, at: grid.plan(mine.at), fields: rightFields(mine, grid) }] : [];
  });
  const features = featuresOfArea(o);
  const hazards = hazardsOfArea(o);
  const proofs = drawnProofs(o);
  const points = [
    ...rights.flatMap(({ at: place, fields }) => [place, ...fields.flat(2)]),
    ...features
      .filter(({ kind }) => kind !== 'aquifer' && kind !== 'fault')
      .flatMap((one) => positionsOf(one).map(at)),
  ];
  const extent = padded(points, 0.1);
  const view = planView(extent);
  const paper = { scale: view.scale, exaggeration: 1 };

  const names: PointLabel[] = [
    ...rights.map(
      ({ mine, at: place, fields }): PointLabel => ({
        at: rightNameAt(fields) ?? place,
        lines: [mine.name[language]],
        size: 3,
        weight: 10,
        always: true,
      }),
    ),
    ...proofs.map(
      ({ here, there, text }): PointLabel => ({
        at: [(here.at[0] + there.at[0]) / 2, (here.at[1] + there.at[1]) / 2],
        lines: [text],
        size: 2.2,
        bold: false,
        colour: PROOF_LOOK.stroke.colour,
        weight: 6,
      }),
    ),
    ...features
      .filter(({ kind }) => kind === 'goaf' || kind === 'closed-shaft' || kind === 'fault')
      .map(
        (one): PointLabel => ({
          at: nameAt(one, grid),
          lines: [one.name[language]],
          size: 2,
          bold: false,
          colour: lookOf(one).stroke.colour,
          weight: one.kind === 'closed-shaft' ? 4 : 2,
        }),
      ),
  ];
  const labels = labelShapes(
    names,
    proofs.map(({ here, there }) => [here.at, there.at]),
    paper,
  );
  const layers = [
    rightsLayer(rights.flatMap(({ fields }) => fields)),
    ...kindLayers(features, grid, paper),
    layer(
      'PROOFS',
      PROOF_LOOK.name,
      proofs.flatMap((one) => proofShapes(one, paper)),
    ),
    layer(
      'HAZARDS',
      { zh: '隐患', en: 'Hazards' },
      hazards.flatMap((one) => symbolAt(HAZARD_SYMBOLS[one.look], one.at, paper)),
    ),
    layer('NAMES', { zh: '名称', en: 'Names' }, labels.flat()),
  ];
  return figureSheet({
    kind: 'plan',
    title: area.title,
    language,
    extent,
    view,
    layers,
    legend: [
      ...areaLegend(o, features, hazards),
      ...leftOutLabels(labels, { zh: '名称', en: 'names' }, language),
    ],
    provenance: o.plan.provenance,
  });
};

/** Only what is drawn, each look once; the rights of its mines first. */
export const areaLegend = (
  { findings, language }: Pick<AreaFigure, 'findings' | 'language'>,
  features: readonly CountyFeature[],
  hazards: readonly DrawnHazard[],
): LegendItem[] => {
  const items = new Map<string, LegendItem>();
  items.set('right', { label: FEATURE_LOOKS.right.name[language], stroke: FEATURE_LOOKS.right.stroke });
  for (const one of features) {
    const look = one.kind === 'fault' ? faultLook(one) : lookOf(one);
    items.set(look.name.en, {
      label: look.name[language],
      stroke: look.stroke,
      ...(look.fill ? { fill: look.fill } : {}),
      ...(one.kind === 'closed-shaft' ? { symbol: SHAFT_SYMBOL } : {}),
    });
  }
  const told = findings.filter(({ check }) => check !== 'contiguous' && check !== 'rights-distance');
  if (told.some(({ certain, answer }) => certain && answer === 'found'))
    items.set('proof', { label: PROOF_LOOK.name[language], stroke: PROOF_LOOK.stroke });
  if (told.some(({ certain, answer }) => !certain || answer !== 'found'))
    items.set('doubted', { label: DOUBTED_PROOF.name[language], stroke: DOUBTED_PROOF.stroke });
  for (const look of Object.keys(HAZARD_SYMBOLS) as HazardLook[])
    if (hazards.some((one) => one.look === look))
      items.set(`hazard ${look}`, { label: HAZARD_NAMES[look][language], symbol: HAZARD_SYMBOLS[look] });
  return [...items.values()];
};
