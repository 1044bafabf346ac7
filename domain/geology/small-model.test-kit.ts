import { metres } from '../units/quantities.ts';
import type { FaultSurface, GeologicalModel, HorizonGrid } from './geological-model.ts';

type Surface = (east: number, north: number) => number;

const GRID = { east: metres(0), north: metres(0), cell: metres(20), columns: 41, rows: 31 };

const horizon = (up: Surface, deviation: Surface = () => 1): HorizonGrid => {
  const of = (surface: Surface) =>
    Float64Array.from({ length: GRID.columns * GRID.rows }, (_, k) =>
      surface((k % GRID.columns) * GRID.cell, Math.floor(k / GRID.columns) * GRID.cell),
    );
  return { up: of(up), deviation: of((e, n) => (Number.isNaN(up(e, n)) ? Number.NaN : deviation(e, n))) };
};

/** A plane fault through (east, 300, 0), striking south, dipping 60° to the east: hanging wall in the east. */
export const planeFault = (east: number, more: Partial<FaultSurface> = {}): FaultSurface => {
  const dip = Math.PI / 3;
  return {
    id: 'F1',
    name: { zh: 'F1断层', en: 'Fault F1' },
    provenance: 'synthetic',
    origin: [east, 300, 0],
    // along strike × down dip = normal, which points up and into the hanging wall.
    alongStrike: [0, -1, 0],
    downDip: [Math.cos(dip), 0, -Math.sin(dip)],
    normal: [Math.sin(dip), 0, Math.cos(dip)].map((v, k) => (k === 1 ? 0 : v)) as unknown as [
      number,
      number,
      number,
    ],
    offsets: {
      s: metres(-500),
      t: metres(-500),
      cell: metres(50),
      columns: 21,
      rows: 21,
      values: new Float64Array(441),
    },
    throw: metres(40),
    dip: 60,
    dipDirection: 90,
    conductive: null,
    endsAt: null,
    sheet: { positions: new Float64Array(0), indices: new Uint32Array(0) },
    ...more,
  };
};

const units = ['QC', 'LS', 'SC'].map((id) => ({
  id,
  name: { zh: id, en: id },
  colour: '#888888',
  lithology: id,
  relation: 'conformable' as const,
}));

/** Ground at 100 + 0.1·east; soil 10 m thick; limestone down to a contact that dips; schist to the floor at −200. */
export const layeredModel = (contact: Surface = (e) => 20 - 0.05 * e): GeologicalModel => ({
  grid: GRID,
  units,
  ground: horizon(
    (e) => 100 + 0.1 * e,
    () => 0,
  ),
  floor: metres(-200),
  faults: [],
  blocks: [
    {
      id: 'A',
      sides: new Int8Array(0),
      bases: [horizon((e) => 90 + 0.1 * e), horizon(contact, (e) => 1 + e / 100), horizon(() => Number.NaN)],
      contacts: 12,
    },
  ],
});

/** The same rock on both sides of a plane fault, 40 m lower in its hanging wall. */
export const faultedModel = (): GeologicalModel => {
  const plain = layeredModel();
  const bases = (drop: number) => [
    horizon((e) => 90 + 0.1 * e),
    horizon((e) => 20 - 0.05 * e - drop),
    horizon(() => Number.NaN),
  ];
  return {
    ...plain,
    faults: [planeFault(400)],
    blocks: [
      { id: 'W', sides: Int8Array.of(-1), bases: bases(0), contacts: 6 },
      { id: 'E', sides: Int8Array.of(1), bases: bases(40), contacts: 6 },
    ],
  };
};
