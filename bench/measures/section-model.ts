import type { FaultSurface, GeologicalModel, HorizonGrid } from '../../domain/geology/geological-model.ts';
import { metres } from '../../domain/units/quantities.ts';

/** Nodes 20 m apart over 4 × 4 km. */
const GRID = { east: metres(-2000), north: metres(-2000), cell: metres(20), columns: 201, rows: 201 };

type Surface = (east: number, north: number) => number;

const horizon = (up: Surface): HorizonGrid => {
  const heights = Float64Array.from({ length: GRID.columns * GRID.rows }, (_, k) =>
    up(GRID.east + (k % GRID.columns) * GRID.cell, GRID.north + Math.floor(k / GRID.columns) * GRID.cell),
  );
  return { up: heights, deviation: heights.map(() => 3) };
};

const fault = (id: string, east: number, dip: number): FaultSurface => {
  const angle = (dip * Math.PI) / 180;
  return {
    id,
    name: { zh: id, en: id },
    provenance: 'synthetic',
    origin: [east, 0, 0],
    alongStrike: [0, 1, 0],
    downDip: [Math.cos(angle), 0, -Math.sin(angle)],
    normal: [Math.sin(angle), 0, Math.cos(angle)],
    offsets: {
      s: metres(-2500),
      t: metres(-1000),
      cell: metres(50),
      columns: 101,
      rows: 41,
      values: Float64Array.from({ length: 101 * 41 }, (_, k) => 6 * Math.sin(k / 7)),
    },
    throw: metres(40),
    dip,
    dipDirection: 90,
    conductive: null,
    endsAt: null,
    sheet: { positions: new Float64Array(0), indices: new Uint32Array(0) },
  };
};

/** A made-up rock of the demo's size: six folded units, one that wedges out, cut by two uneven faults into three blocks. */
export const foldedModel = (): GeologicalModel => {
  const ground: Surface = (e, n) => 250 + 40 * Math.sin(e / 600) * Math.cos(n / 700);
  const fold: Surface = (e, n) => 30 * Math.sin(e / 350 + n / 900);
  const bases = (drop: number) => {
    const depths = [12, 60, 130, 135, 260, 420];
    return depths.map((depth, i) =>
      horizon((e, n) => {
        const wedge = i === 3 ? Math.max(0, 25 * Math.sin(e / 500)) : 0;
        return Math.min(
          ground(e, n) - 10,
          240 - depth - wedge - (i === 0 ? 0 : drop) + (i === 0 ? 0 : fold(e, n)),
        );
      }),
    );
  };
  const faults = [fault('F1', -400, 62), fault('F2', 500, 75)];
  const sides = [
    [-1, -1],
    [1, -1],
    [1, 1],
  ];
  return {
    grid: GRID,
    units: Array.from({ length: 6 }, (_, i) => ({
      id: `U${i}`,
      name: { zh: `U${i}`, en: `U${i}` },
      colour: '#a08060',
      lithology: 'LS',
      relation: 'conformable',
    })),
    ground: horizon(ground),
    floor: metres(-300),
    faults,
    blocks: sides.map((side, i) => ({
      id: `B${i}`,
      sides: Int8Array.from(side),
      bases: bases(i * 40),
      contacts: 10,
    })),
  };
};
