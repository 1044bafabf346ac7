import type { Heading } from '../clearance/heading.ts';
import { leastDistance } from '../clearance/heading-clearance.ts';
import type { InrushReference } from '../contracts/drive-on.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { Obstacle } from './obstacle.ts';
import { waterHead } from './water-head.ts';

/**
 * The water-inrush coefficient T = P / M of coal mines (突水系数, 煤矿防治水细则): megapascals at the nearest point over metres
 * of rock there. Reference only: a coal method, and which of its bounds is for which ground is unverified, so it decides
 * nothing. Null where there is no water, its level is not known, or no rock is left.
 */
export function inrushCoefficient(
  heading: Heading,
  obstacle: Obstacle,
  rules: readonly LayoutRule[],
): InrushReference | null {
  if (obstacle.water === 'dry') return null;
  const found = leastDistance(heading, obstacle.body);
  const megapascals = found && waterHead(obstacle, found.here[2])?.headMegapascals;
  if (!found || !megapascals || found.distance === 0) return null;
  const coefficient = megapascals / found.distance;
  return {
    obstacle: obstacle.id,
    chainage: found.chainage,
    megapascals,
    rockMetres: found.distance,
    coefficient,
    against: rules
      .filter(({ check }) => check === 'inrush-coefficient')
      .map(({ id, jurisdiction, clause, status, value, coalOnly }) => ({
        rule: { id, jurisdiction, clause, status, coalOnly },
        value,
        exceeded: coefficient > value,
      })),
  };
}
