import type { HazardPlace } from '../../contracts/hazard.ts';

type Drawn = Exclude<HazardPlace, { kind: 'feature' }>;
type Position = readonly [number, number];

const pair = ([east, north]: Position): string => `${east} ${north}`;
const list = (positions: readonly Position[]): string => `(${positions.map(pair).join(', ')})`;

/** A drawn place as well-known text (OGC 06-103r4), longitude first; numbers as JavaScript writes them, so that nothing is rounded. */
export const wellKnownText = (place: Drawn): string => {
  switch (place.kind) {
    case 'point':
      return `POINT (${pair(place.at)})`;
    case 'line':
      return `LINESTRING ${list(place.line)}`;
    case 'polygon':
      return `POLYGON (${place.rings.map(list).join(', ')})`;
  }
};

const SHAPE = /^\s*(POINT|LINESTRING|POLYGON)\s*\(([\s\S]*)\)\s*$/i;

const readPair = (text: string): [number, number] | null => {
  const parts = text.trim().split(/\s+/);
  const [east, north] = parts.map(Number);
  const isPair = parts.length === 2 && Number.isFinite(east) && Number.isFinite(north);
  return isPair ? [east!, north!] : null;
};
const readList = (text: string): [number, number][] | null => {
  const pairs = text.split(',').map(readPair);
  return pairs.every((one) => one !== null) ? pairs : null;
};

/** @returns null: not a point, line or polygon of two coordinates a corner */
export const readWellKnownText = (text: string): Drawn | null => {
  const [, kind, inside] = SHAPE.exec(text) ?? [];
  if (kind === undefined || inside === undefined) return null;
  switch (kind.toUpperCase()) {
    case 'POINT': {
      const at = readPair(inside);
      return at && { kind: 'point', at };
    }
    case 'LINESTRING': {
      const line = readList(inside);
      return line && { kind: 'line', line };
    }
    default: {
      if (!/^\s*\([^()]*\)(\s*,\s*\([^()]*\))*\s*$/.test(inside)) return null;
      const rings = [...inside.matchAll(/\(([^()]*)\)/g)].map(([, ring]) => readList(ring!));
      return rings.every((ring) => ring !== null) ? { kind: 'polygon', rings } : null;
    }
  }
};
