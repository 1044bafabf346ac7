import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { ShownSystem } from '../../shell/coordinate-systems.ts';

export type Position = [longitude: number, latitude: number];
export type DrawnKind = 'point' | 'line' | 'polygon';
/** null: WGS 84 degrees, longitude first. Else metres, X (north) first, as Chinese tables write them. */
export type TypedSystem = Pick<ShownSystem, 'at' | 'back'> | null;

/** A centimetre, in degrees. */
const DECIMALS = 1e7;
export const rounded = ([longitude, latitude]: readonly [number, number]): Position => [
  Math.round(longitude * DECIMALS) / DECIMALS,
  Math.round(latitude * DECIMALS) / DECIMALS,
];

/** One position a line; comma, blank or tab between. NaN where a line is no position. */
export const readCoordinates = (text: string, system: TypedSystem = null): Position[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line): Position => {
      const parts = line.trim().split(/[\s,，;；]+/);
      // Number('') is 0, and a latitude of 0 is a place.
      const [first, second] = parts.map((part) => (part === '' ? Number.NaN : Number(part))) as [
        number,
        number,
      ];
      if (parts.length !== 2) return [Number.NaN, Number.NaN];
      return system ? rounded(system.back({ northing: first, easting: second })) : [first, second];
    });

/** Lines of a text, from 1, that are no position on earth. */
export const wrongLines = (text: string, system: TypedSystem = null): number[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, i) =>
      line.trim() === '' ||
      readCoordinates(line, system).every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
        ? []
        : [i + 1],
    );

/** The two numbers of each line the other way round; a line of more or fewer stays. */
export const swappedText = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => {
      const parts = line.trim().split(/[\s,，;；]+/);
      return parts.length === 2 ? `${parts[1]}, ${parts[0]}` : line;
    })
    .join('\n');

/** What is drawn through the positions; an area is closed by itself. */
export const drawnPlace = (kind: DrawnKind, positions: readonly Position[]): HazardPlace => {
  switch (kind) {
    case 'point':
      return { kind, at: positions[0] ?? [Number.NaN, Number.NaN] };
    case 'line':
      return { kind, line: [...positions] };
    case 'polygon': {
      const [first] = positions;
      const last = positions.at(-1);
      const closed = first && last && positions.length > 1 && first[0] === last[0] && first[1] === last[1];
      return { kind, rings: [closed || !first ? [...positions] : [...positions, first]] };
    }
  }
};

/** The place drawn anew through the positions; holes of an area stay. */
export const redrawn = (
  place: Exclude<HazardPlace, { kind: 'feature' }>,
  positions: readonly Position[],
): HazardPlace => {
  const next = drawnPlace(place.kind, positions);
  return place.kind === 'polygon' && next.kind === 'polygon'
    ? { ...next, rings: [...next.rings, ...place.rings.slice(1)] }
    : next;
};

/** The positions of a drawn place as far as it has any; of an area its outer ring, not closed. */
export const positionsOf = (place: HazardPlace): Position[] => {
  const all =
    place.kind === 'point'
      ? [place.at]
      : place.kind === 'line'
        ? place.line
        : place.kind === 'polygon'
          ? (place.rings[0] ?? []).slice(0, -1)
          : [];
  return all.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
};

/** The positions of a drawn place as lines of text, in degrees or to the millimetre. */
export const coordinateText = (place: HazardPlace, system: TypedSystem = null): string =>
  positionsOf(place)
    .map((at) => {
      if (!system) return at.join(', ');
      const { northing, easting } = system.at(at);
      return `${northing.toFixed(3)}, ${easting.toFixed(3)}`;
    })
    .join('\n');
