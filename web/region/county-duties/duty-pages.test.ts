import { expect, test } from 'vitest';
import type { DutyPage } from '../../../domain/contracts/county-duties-view.ts';
import { createDutyPages } from './duty-pages.ts';

const page = (stamp: string, from: number, names: string[]) =>
  ({ stamp, from, kept: 150, rows: names.map((mine) => ({ mine })) }) as unknown as DutyPage;

test('holds the place of what has not come; of another judging it lets the pages before go', () => {
  const pages = createDutyPages();
  expect([pages.items(), pages.stamp()]).toEqual([[], null]);
  pages.take(page('a', 0, ['x', 'y']));
  expect(pages.items()).toHaveLength(150);
  expect(pages.items().slice(0, 3)).toEqual([{ mine: 'x' }, { mine: 'y' }, 2]);
  expect([pages.wants(0), pages.wants(1), pages.wants(1)]).toEqual([false, true, false]);
  pages.take(page('b', 100, ['z']));
  expect([pages.items()[0], pages.items()[100], pages.stamp()]).toEqual([0, { mine: 'z' }, 'b']);
  expect(pages.wants(0)).toBe(true);
});
