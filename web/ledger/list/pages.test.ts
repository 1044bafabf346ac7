import { expect, it } from 'vitest';
import type { HazardPage } from '../../../domain/contracts/ledger-list.ts';
import { hazardFacts, hazardRow } from '../../../domain/hazards/hazard-row.ts';
import { hazardOf } from '../ledger.test-data.ts';
import { createPages } from './pages.ts';

const page = (from: number, n: number, revision = 'r'): HazardPage => ({
  ...{ on: null, revision, all: 450, kept: 450, from },
  rows: Array.from({ length: n }, (_, i) => {
    const hazard = hazardOf({ id: `h${from + i}` });
    return hazardRow(
      hazardFacts(hazard, { number: 1, writtenAt: '2026-01-01T00:00:00Z', movedDeadline: null }),
      '2026-06-01',
      null,
    );
  }),
});

it('holds the place of rows that have not come, and asks for each page once', () => {
  const pages = createPages();
  expect(pages.items()).toEqual([]);
  expect([pages.wants(0), pages.wants(0), pages.wants(2)]).toEqual([true, false, true]);
  expect(pages.take(page(400, 50))).toBe(true);
  const items = pages.items();
  expect(items).toHaveLength(450);
  expect(items[399]).toBe(399);
  expect(items[400]).toMatchObject({ id: 'h400' });
});

it('lets go what came before where the ledger is another meanwhile', () => {
  const pages = createPages();
  pages.take(page(0, 200));
  expect(pages.take(page(200, 200, 'later'))).toBe(false);
  expect(pages.items()[0]).toBe(0);
  expect(pages.wants(0)).toBe(true);
  expect(pages.wants(1)).toBe(false);
});
