import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { groundHeightAt } from './terrain.ts';

/** A surveyed opening this far from the ground beneath it is worth a word. */
const DISAGREE_METRES = 0.3;
const ENTRANCE = 0x04;

/**
 * Compares surveyed openings (station flagged as entrances, else the highest end of a survey leg or shaft) with the
 * terrain: a shaft top above the ground means one of the two is off, or their height data differ.
 */
export const reportGroundDisagreement = (sources: readonly PlacedSource[], mine: MineContext): void => {
  for (const ground of sources) {
    if (ground.content.form !== 'grid') continue;
    for (const placed of sources) {
      for (const { name, at } of openings(placed)) {
        const height = groundHeightAt(ground.content.grid, ground, mine.frame.surveyToEnu(at), mine);
        if (height === null || Math.abs(height - at.height) < DISAGREE_METRES) continue;
        placed.log.note('ground-disagrees', {
          feature: name,
          value: at.height.toFixed(1),
          params: { ground: Number(height.toFixed(1)), difference: Number((at.height - height).toFixed(1)) },
        });
      }
    }
  }
};

const openings = (placed: PlacedSource): { name: string; at: SurveyPoint }[] => {
  if (placed.content.form !== 'cave') return [];
  const { stations, legs } = placed.content.cave;
  const flagged = stations.filter((station) => (station.flags & ENTRANCE) !== 0);
  const highest = legs
    .filter((leg) => !leg.splay)
    .flatMap(({ from, to, label }) => [
      { name: label, at: from },
      { name: label, at: to },
    ])
    .reduce<{ name: string; at: (typeof legs)[number]['from'] } | null>(
      (top, one) => (top === null || (one.at[2] ?? 0) > (top.at[2] ?? 0) ? one : top),
      null,
    );
  const found = flagged.length > 0 ? flagged : highest ? [highest] : [];
  return found.map(({ name, at: [x, y, z] }) => ({ name, at: placed.place.point(x, y, z ?? 0) }));
};
