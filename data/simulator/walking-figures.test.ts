import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TAG_NOISE_METRES, WALKING_SPEED, ZERO_HEIGHT_SHARE } from './walking-figures.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/data/11-personnel');
const present = existsSync(FOLDER);
if (!present) console.warn(`walking figures are not worked out again: ${FOLDER} is not here`);

const lines = (name: string): string[] => readFileSync(resolve(FOLDER, name), 'utf8').trim().split('\n');
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const sd = (values: readonly number[]) => {
  const m = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - m) ** 2, 0) / (values.length - 1));
};

describe.skipIf(!present)('the figures in the code are those of the data', () => {
  it('walking speed', () => {
    const people = new Map<number, [frame: number, x: number, y: number][]>();
    for (const line of lines('pedpy_corner_traj.txt')) {
      if (line.startsWith('#')) continue;
      const [id, frame, x, y] = line.split(/\s+/).map(Number);
      people.set(id!, [...(people.get(id!) ?? []), [frame!, x!, y!]]);
    }
    const speeds = [...people.values()].map((path) => {
      const length = path
        .slice(1)
        .reduce((sum, [, x, y], i) => sum + Math.hypot(x - path[i]![1], y - path[i]![2]), 0);
      return length / ((path.at(-1)![0] - path[0]![0]) / 16);
    });
    expect(speeds).toHaveLength(137);
    expect(mean(speeds)).toBeCloseTo(WALKING_SPEED.mean, 3);
    expect(sd(speeds)).toBeCloseTo(WALKING_SPEED.sd, 4);
    expect(Math.min(...speeds)).toBeCloseTo(WALKING_SPEED.least, 3);
    expect(Math.max(...speeds)).toBeCloseTo(WALKING_SPEED.most, 3);
  });

  it('noise and zero heights of a tag', () => {
    const fixes = lines('raw_uwbtags.csv')
      .slice(1)
      .map((line) => {
        const [, x, y, z, time] = line.split(';');
        return { t: Date.parse(`${time!.replace(' ', 'T')}Z`), x: Number(x), y: Number(y), z: Number(z) };
      });
    expect(fixes.filter(({ z }) => z === 0).length / fixes.length).toBe(ZERO_HEIGHT_SHARE);
    const residuals: number[] = [];
    for (let i = 1; i + 1 < fixes.length; i++) {
      const [a, b, c] = [fixes[i - 1]!, fixes[i]!, fixes[i + 1]!];
      const span = c.t - a.t;
      if (span > 600 || span === 0) continue;
      const w = (b.t - a.t) / span;
      // Three independent errors go into one difference.
      const scale = Math.sqrt(1 + w * w + (1 - w) ** 2) * 1000;
      residuals.push((b.x - a.x * (1 - w) - c.x * w) / scale, (b.y - a.y * (1 - w) - c.y * w) / scale);
    }
    expect(residuals.length).toBeGreaterThan(1000);
    expect(sd(residuals)).toBeCloseTo(TAG_NOISE_METRES, 3);
  });
});
