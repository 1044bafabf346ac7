import { expect, test } from 'vitest';
import type { NeighboursReport } from '../../../domain/contracts/neighbours.ts';
import { zonesLack } from './zone-facts.tsx';

const gap = (mine: string | null, what: 'configure-draw-angle' | 'state-ground-height') => ({
  mine,
  check: 'subsidence-overlap' as const,
  settles: { do: what, of: mine ?? 'subsidence-overlap', kind: null },
});
const lack = (gaps: NeighboursReport['gaps'], ...mines: string[]) => zonesLack({ gaps }, mines);

test('zones that nobody could draw say what was missing, of these mines only', () => {
  expect(lack([], 'a', 'b')).toBeNull();
  expect(lack([gap('c', 'configure-draw-angle')], 'a', 'b')).toBeNull();
  expect(lack([gap('b', 'configure-draw-angle'), gap('a', 'state-ground-height')], 'a', 'b')).toBe('noAngle');
  expect(lack([gap(null, 'configure-draw-angle')], 'a', 'b')).toBe('noAngle');
  expect(lack([gap('a', 'state-ground-height')], 'a', 'b')).toBe('noGround');
});
