import type { Language } from '../../contracts/bilingual.ts';
import type { PlanObject, RegionalPlan } from '../../contracts/regional-plan.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { groundOf, type PlanSources } from '../plan-sources.ts';
import { areaElevation } from './area-elevation.ts';
import { areaMap } from './area-map.ts';
import { createCountyGrid } from './county-grid.ts';
import { countyMap } from './county-map.ts';
import { drawnHazards } from './drawn-hazards.ts';
import { AREA_FIGURES, COUNTY_FIGURE } from './figure-ids.ts';
import { waterFigure } from './water-figure.ts';

/**
 * Figures of a plan by their id: the county, a map and an elevation of every contiguous area and other group of neighbours, and one of every area of complex
 * hydrogeology and every closed mine with its waters.
 */
export const planFigures = (
  sources: PlanSources,
  plan: RegionalPlan,
  language: Language,
): ReadonlyMap<string, Drawing> => {
  const ground = groundOf(sources, plan.on);
  const grid = createCountyGrid(sources.catalog);
  const hazards = drawnHazards(ground, grid);
  const figures = new Map<string, Drawing>();
  if (ground.mines.length > 0)
    figures.set(COUNTY_FIGURE, countyMap(ground, plan, { grid, hazards, language }));
  for (const area of plan.objects.filter(isArea)) {
    const told = new Set(plan.objects.filter(({ parent }) => parent === area.id).map(({ id }) => id));
    const findings = ground.findings.filter(({ id }) => told.has(`pair:${id}`));
    const figure = { area, plan, ground, findings, grid, hazards, language };
    figures.set(AREA_FIGURES.map(area.id), areaMap(figure));
    figures.set(AREA_FIGURES.elevation(area.id), areaElevation(figure));
  }
  for (const object of plan.objects.filter(hasWaterFigure))
    figures.set(
      AREA_FIGURES.water(object.id),
      waterFigure({ object, plan, ground, grid, hazards, language }),
    );
  return figures;
};

/** Mines told of together, with their findings. */
const isArea = ({ kind }: PlanObject): boolean => kind === 'cluster' || kind === 'neighbour-group';

const hasWaterFigure = ({ kind }: PlanObject): boolean => kind === 'water-area' || kind === 'closed-mine';

/** Ids of the figures a plan has, without drawing them. */
export const figureIds = (
  sources: Pick<PlanSources, 'mines'>,
  plan: Pick<RegionalPlan, 'objects'>,
): string[] => [
  ...(sources.mines.length > 0 ? [COUNTY_FIGURE] : []),
  ...plan.objects.filter(isArea).flatMap(({ id }) => [AREA_FIGURES.map(id), AREA_FIGURES.elevation(id)]),
  ...plan.objects.filter(hasWaterFigure).map(({ id }) => AREA_FIGURES.water(id)),
];
