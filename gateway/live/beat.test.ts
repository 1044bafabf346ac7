import { expect, test } from 'vitest';
import { type BeatOptions, beatOnce, faultLog } from './beat.ts';

test('a mine that cannot be judged is shown, and stops neither another mine nor the viewers', () => {
  const counts = { judged: 0, shown: 0, served: 0 };
  const side = (mine: string, judge: () => void) => ({
    mine,
    picture: { frame: () => ({}) },
    judge,
    feed: { beat: () => counts.shown++ },
  });
  const broken = side('a', () => {
    throw new Error('broken');
  });
  const viewers = { watched: () => new Set(), beat: () => counts.served++ };
  const o = { sides: [broken, side('b', () => counts.judged++)], viewers } as unknown as BeatOptions;
  const lines: string[] = [];
  const onFault = faultLog((line) => lines.push(line));
  for (let beat = 0; beat < 40; beat++) beatOnce(o, beat, beat * 240, onFault);
  expect(counts).toEqual({ judged: 10, shown: 80, served: 40 });
  // Told once, not ten times.
  expect(lines).toEqual([expect.stringMatching(/^a not judged: Error: broken/)]);
});
