import { expect, test } from 'vitest';
import { wordRank } from './word-rank.ts';

test('what begins with the first word is before what holds all of them, in any order', () => {
  const rank = wordRank('  青石 Pond ')!;
  expect(rank(['青石尾矿库', 'qingshi pond'])).toBe(0);
  expect(rank(['大青石', 'great pond'])).toBe(1);
  expect(rank(['青石尾矿库'])).toBeNull();
});
test('nothing typed asks nothing', () => expect(wordRank('  ')).toBeNull());
