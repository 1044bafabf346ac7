import type { WaterHead } from '../contracts/drive-on.ts';
import type { Obstacle } from './obstacle.ts';

/** Megapascals a metre of fresh water: 1 000 kg/m³ × standard gravity (9.80665 m/s², CGPM 1901). Mine water weighs more. */
const MEGAPASCALS_PER_METRE = 0.00980665;

/**
 * Head of an obstacle's water over a point of a heading or hole; null where it holds none.
 * @param height of the point, ENU metres up
 */
export function waterHead({ water }: Pick<Obstacle, 'water'>, height: number): WaterHead | null {
  if (water === 'dry') return null;
  const level = water === 'unknown' ? null : water.level;
  if (level === null) return { level: null, headMetres: null, headMegapascals: null };
  const headMetres = Math.max(0, level - height);
  return { level, headMetres, headMegapascals: headMetres * MEGAPASCALS_PER_METRE };
}
