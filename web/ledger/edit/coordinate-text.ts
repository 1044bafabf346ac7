import type { HazardPlace } from '../../../domain/contracts/hazard.ts';

type Position = [longitude: number, latitude: number];
export type DrawnKind = 'point' | 'line' | 'polygon';

/** One position a line: longitude, latitude, in degrees; comma, blank or tab between. NaN where a line is no position. */
export const readCoordinates = (text: string): Position[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line): Position => {
      const parts = line.trim().split(/[\s,，;；]+/);
      const [longitude, latitude] = parts.map(Number);
      return parts.length === 2 ? [longitude!, latitude!] : [Number.NaN, Number.NaN];
    });

/** Lines of a text, from 1, that are no position on earth. */
export const wrongLines = (text: string): number[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, i) =>
      line.trim() === '' || readCoordinates(line).every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
        ? []
        : [i + 1],
    );

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
      const closed = first && last && first[0] === last[0] && first[1] === last[1];
      return { kind, rings: [closed || !first ? [...positions] : [...positions, first]] };
    }
  }
};

/** The positions of a drawn place as lines of text; of an area its outer ring, not closed. */
export const coordinateText = (place: HazardPlace): string => {
  const positions =
    place.kind === 'point'
      ? [place.at]
      : place.kind === 'line'
        ? place.line
        : place.kind === 'polygon'
          ? (place.rings[0] ?? []).slice(0, -1)
          : [];
  return positions
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map(([longitude, latitude]) => `${longitude}, ${latitude}`)
    .join('\n');
};
