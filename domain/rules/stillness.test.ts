import { describe, expect, it } from 'vitest';
import { cannotTellStill, newStillness, stepStillness } from './stillness.ts';

const LIMIT = 600_000;

/** Two hours of somebody's positions: errors of one place after the other are alike by `rho` a second. */
const watch = (o: {
  gap?: number;
  sigma: number;
  told?: boolean;
  rho?: number;
  walks?: number;
  seed?: number;
}) => {
  const { gap = 1, sigma, told = false, rho = 0, walks = 0 } = o;
  let seed = o.seed ?? 7;
  const uniform = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const s = newStillness(0, 0, 0, 0);
  const alike = rho ** gap;
  const fresh = sigma * Math.sqrt(1 - alike * alike);
  let [x, y, longest, untold, looks] = [sigma * normal(), sigma * normal(), 0, 0, 0];
  for (let t = gap; t <= 7200; t += gap) {
    x = alike * x + fresh * normal();
    y = alike * y + fresh * normal();
    stepStillness(s, x + walks * t, y, 0, t * 1000, gap, told ? sigma : Number.NaN, Number.NaN);
    if (t < 1800) continue;
    looks++;
    if (cannotTellStill(s, t * 1000, LIMIT)) untold++;
    else longest = Math.max(longest, t * 1000 - s.stillSince);
  }
  return { finds: longest > LIMIT, untold: untold / looks };
};

describe('stillness', () => {
  it('finds who lies still by positions far apart too, and says so where they are too far apart to tell', () => {
    for (const gap of [10, 20, 40])
      expect([gap, watch({ gap, sigma: 1.5 })]).toEqual([gap, { finds: true, untold: 0 }]);
    expect(watch({ gap: 90, sigma: 1.5 }).untold).toBe(1);
    expect(watch({ gap: 90, sigma: 1.5, told: true })).toEqual({ finds: true, untold: 0 });
  });

  it('finds who lies still by errors that drift, or says that it cannot', () => {
    for (const rho of [0.5, 0.8, 0.95, 0.98])
      for (const sigma of [0.4, 1.5, 3, 5])
        for (const told of [false, true]) {
          const { finds, untold } = watch({ rho, sigma, told });
          expect({ rho, sigma, told, known: finds || untold > 0.9 }).toMatchObject({ known: true });
        }
  });

  it('takes who walks for moving, rough or not', () => {
    for (const walks of [0.3, 0.5, 1])
      for (const sigma of [0.4, 3])
        for (const gap of [1, 20])
          expect({ walks, sigma, gap, ...watch({ walks, sigma, gap }) }).toMatchObject({
            finds: false,
            untold: 0,
          });
  });
});
