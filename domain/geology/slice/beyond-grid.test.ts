import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { curtainFrame } from '../section/curtain.ts';
import { ringsArea } from '../section/mesh-cut.ts';
import { planBeyondGrid, ringsBeyondGrid } from './beyond-grid.ts';

const grid = { east: metres(0), north: metres(0), cell: metres(10), columns: 11, rows: 6 };
const rectangle = (s: number, t: number, width: number, height: number): Float64Array =>
  Float64Array.of(s, t, s + width, t, s + width, t + height, s, t + height);

test('of a curtain what lies before and behind the grid is left', () => {
  const [piece] = curtainFrame([
    [-50, 20],
    [180, 20],
  ]).pieces;
  const beyond = ringsBeyondGrid([rectangle(0, -100, 230, 100)], piece!, grid);
  expect(ringsArea(beyond)).toBeCloseTo((50 + 80) * 100, 6);
});

test('a curtain that misses the grid lies beyond it as a whole', () => {
  const [along, across] = [
    [
      [-50, 80],
      [180, 80],
    ],
    [
      [-50, -10],
      [-10, -50],
    ],
  ].map((line) => curtainFrame(line as [[number, number], [number, number]]).pieces[0]!);
  for (const piece of [along!, across!]) {
    const ring = rectangle(0, 0, piece.to, 10);
    expect(ringsBeyondGrid([ring], piece, grid)).toEqual([ring]);
  }
});

test('of a plan the frame around the grid is left', () => {
  const beyond = planBeyondGrid([rectangle(-100, -100, 400, 400)], grid);
  expect(beyond.reduce((sum, ring) => sum + ringsArea([ring]), 0)).toBeCloseTo(400 * 400 - 100 * 50, 6);
});
