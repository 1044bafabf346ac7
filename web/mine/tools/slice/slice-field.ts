import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import { MOST_CORNERS, type Slice } from '../../../../domain/geology/slice/slice.ts';
import type { UrlField } from '../../../shell/url-state.ts';

const NUMBER = /^-?\d{1,7}(\.\d{1,2})?$/;

const text = (value: number): string => String(Number(value.toFixed(2)) + 0);
/** One tenth of a metre is finer than any hand draws. */
const place = ([east, north]: PlanPoint): string[] =>
  [east, north].map((value) => String(Number(value.toFixed(1)) + 0));

const partsOf = (slice: Slice): string[] => {
  switch (slice.kind) {
    case 'plane':
      return [...place(slice.at), text(slice.azimuth)];
    case 'box':
      return [
        ...place(slice.centre),
        ...[slice.azimuth, slice.length, slice.width, slice.low, slice.high].map(text),
      ];
    case 'line':
      return slice.line.flatMap(place);
    case 'level':
      return [text(slice.up)];
  }
};

const read = (kind: string, numbers: readonly number[], flipped: boolean): Slice | null => {
  const [a, b, c, d, e, f, g] = numbers as [number, number, number, number, number, number, number];
  switch (kind) {
    case 'plane':
      return numbers.length === 3 ? { kind, at: [a, b], azimuth: c, flipped } : null;
    case 'box':
      return numbers.length === 7 && d > 0 && e > 0 && g > f
        ? { kind, centre: [a, b], azimuth: c, length: d, width: e, low: f, high: g, flipped }
        : null;
    case 'level':
      return numbers.length === 1 ? { kind, up: a, flipped } : null;
    case 'line': {
      if (numbers.length < 4 || numbers.length % 2 || numbers.length > 2 * MOST_CORNERS) return null;
      const line = Array.from(
        { length: numbers.length / 2 },
        (_, i): PlanPoint => [numbers[i * 2]!, numbers[i * 2 + 1]!],
      );
      const apart = line.some(([e0, n0]) => e0 !== line[0]![0] || n0 !== line[0]![1]);
      return apart ? { kind, line, flipped } : null;
    }
    default:
      return null;
  }
};

/** `kind_number_number…`, `.flip` after the kind where the other side is taken away; docs/url-state.md has the grammar. */
export const SLICE_FIELD: UrlField = {
  key: 'slice',
  write: ({ slice }) =>
    slice && [`${slice.kind}${slice.flipped ? '.flip' : ''}`, ...partsOf(slice)].join('_'),
  read: (value) => {
    const [head, ...numbers] = value.split('_');
    const [kind, flip, ...rest] = head!.split('.');
    if (rest.length > 0 || (flip !== undefined && flip !== 'flip')) return null;
    if (!numbers.every((one) => NUMBER.test(one))) return null;
    const slice = read(kind!, numbers.map(Number), flip === 'flip');
    return slice && { slice };
  },
};
