import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAJOR_STATES } from '../contracts/major-hazard.ts';
import { monthFlow, type StockVersion } from './month-flow.ts';

const version = (day: string, id: string, state: StockVersion['state']): StockVersion => ({
  ...{ mine: 'tiny', id, state, writtenAt: Date.parse(`${day}T12:00:00+08:00`) },
});

test('what is found comes in, what is closed goes out, and a report counts when it is confirmed', () => {
  const versions = [
    version('2026-01-05', 'A', 'confirmed'),
    version('2026-01-20', 'P', 'reported'),
    version('2026-03-01', 'A', 'closed'),
    version('2026-03-02', 'P', 'confirmed'),
    version('2026-03-03', 'Q', 'unfounded'),
    version('2026-04-01', 'A', 'rectifying'),
  ];
  expect(monthFlow(versions, '2026-05-10').map((one) => Object.values(one).join(' '))).toEqual([
    '2026-01 0 1 0 0 1',
    '2026-02 1 0 0 0 1',
    '2026-03 1 1 1 0 1',
    '2026-04 1 0 0 1 2',
    '2026-05 2 0 0 0 2',
  ]);
  expect(monthFlow([], '2026-05-10')).toEqual([]);
});

test('the stock is always what was there, plus what came, less what went', () => {
  const anyVersion = fc.record({
    month: fc.integer({ min: 1, max: 9 }),
    id: fc.constantFrom('A', 'B', 'C'),
    state: fc.constantFrom(...MAJOR_STATES),
  });
  fc.assert(
    fc.property(fc.array(anyVersion, { maxLength: 20 }), (all) => {
      const versions = all
        .sort((a, b) => a.month - b.month)
        .map(({ month, id, state }) => version(`2026-0${month}-10`, id, state));
      const months = monthFlow(versions, '2026-09-30');
      for (const [i, { openBefore, found, reopened, closed, openAfter }] of months.entries()) {
        expect(openAfter).toBe(openBefore + found + reopened - closed);
        expect(openBefore).toBe(i === 0 ? 0 : months[i - 1]!.openAfter);
        expect(openAfter).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
