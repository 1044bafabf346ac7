import type { Catalog, EnuBox } from '../../../../domain/contracts/catalog.ts';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import { type Slice, type SliceKind, towards } from '../../../../domain/geology/slice/slice.ts';
import { boxCentre, boxSize, emptyBox, isEmptyBox, unionBox } from '../../../../domain/geometry/bounds.ts';

/** Groups of layers a mine is about, most telling first. */
const TELLING = ['goafs', 'workings', 'ore'] as const;

/** Where the mine is at work; without any workings all of it. */
export const workedBox = ({ layers, extent }: Pick<Catalog, 'layers' | 'extent'>): EnuBox => {
  for (const group of TELLING) {
    const box = layers
      .filter((layer) => layer.group === group && layer.features > 0)
      .reduce(
        (sum, layer) => unionBox(sum, { min: [...layer.extent.min], max: [...layer.extent.max] }),
        emptyBox(),
      );
    if (!isEmptyBox(box)) return box;
  }
  return extent;
};

/** The middle of a slice in plan; a level's is the worked mine's. */
const middleOf = (slice: Slice | null, box: EnuBox): PlanPoint => {
  const [east, north] = boxCentre({ min: [...box.min], max: [...box.max] });
  switch (slice?.kind) {
    case 'plane':
      return slice.at;
    case 'box':
      return slice.centre;
    case 'line': {
      const sum = slice.line.reduce(([e, n], [pe, pn]) => [e + pe, n + pn], [0, 0]);
      return [sum[0] / slice.line.length, sum[1] / slice.line.length];
    }
    default:
      return [Math.round(east), Math.round(north)];
  }
};

const azimuthOf = (slice: Slice | null): number => {
  if (slice?.kind === 'plane' || slice?.kind === 'box') return slice.azimuth;
  if (slice?.kind !== 'line') return 90;
  const [a, b] = [slice.line[0]!, slice.line.at(-1)!];
  const degrees = (Math.atan2(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI;
  return Number(((degrees + 360) % 360).toFixed(1));
};

const round = (value: number): number => Number(value.toFixed(1));

/** A slice of this kind to begin with: through the middle of the present one, else of what is mined. */
export const usualSlice = (
  kind: SliceKind,
  before: Slice | null,
  catalog: Pick<Catalog, 'layers' | 'extent'>,
): Slice => {
  const box = workedBox(catalog);
  const at = middleOf(before, box);
  const azimuth = azimuthOf(before);
  const [width, depth, height] = boxSize({ min: [...box.min], max: [...box.max] });
  const reach = Math.max(100, Math.hypot(width, depth) / 2);
  switch (kind) {
    case 'plane':
      return { kind, at, azimuth, flipped: false };
    case 'level':
      return { kind, up: Math.round((box.min[2] + box.max[2]) / 2), flipped: false };
    case 'box': {
      const side = Math.round(Math.max(50, Math.min(width, depth) * 0.6));
      const middle = (box.min[2] + box.max[2]) / 2;
      const half = Math.max(25, height * 0.35);
      return {
        kind,
        centre: at,
        azimuth,
        length: side,
        width: side,
        low: Math.round(middle - half),
        high: Math.round(middle + half),
        flipped: false,
      };
    }
    case 'line': {
      const [e, n] = towards(azimuth);
      return {
        kind,
        line: [
          [round(at[0] - e * reach), round(at[1] - n * reach)],
          [round(at[0] + e * reach), round(at[1] + n * reach)],
        ],
        flipped: false,
      };
    }
  }
};
