import { type Borehole, positionAt } from './boreholes.ts';
import type { Geology } from './geology.ts';
import { randomStream } from './random.ts';
import type { Files } from './tables.ts';
import { type CsvCell, csv } from './write-text.ts';

/** What a survey office keeps beside the logs: assays of the ore and the rock at its edges, structures measured on the core. */

const SAMPLE = 2;
/** Total iron, %: in the ore and in the rock beside it. */
const IRON = { ore: [28, 14], rock: [6, 5] } as const;

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Samples of 2 m through every ore stretch and one beyond each of its ends. */
const assayRows = ({ id, intervals, depth }: Borehole, random: () => number): CsvCell[][] =>
  intervals
    .filter(({ lithology }) => lithology === 'FE')
    .flatMap(({ from, to }) => {
      const rows: CsvCell[][] = [];
      const put = (top: number, base: number, [low, span]: readonly [number, number]): void => {
        if (top < 0 || base > depth || base - top < 0.3) return;
        const iron = low + span * random();
        const sulphur = 0.05 + 0.9 * random() ** 2;
        rows.push([id, top.toFixed(2), base.toFixed(2), iron.toFixed(2), sulphur.toFixed(3)]);
      };
      put(from - SAMPLE, from, IRON.rock);
      for (let top = from; top < to; top += SAMPLE) put(top, Math.min(top + SAMPLE, to), IRON.ore);
      put(to, to + SAMPLE, IRON.rock);
      return rows;
    });

/** Where a hole passes the middle of a fault; foliation of the schist every 40 m or so. */
const structureRows = (
  geology: Geology,
  { id, collar, stations, intervals }: Borehole,
  random: () => number,
): CsvCell[][] => {
  const rows: [depth: number, row: CsvCell[]][] = [];
  const put = (depth: number, kind: string, direction: number, dip: number, note: string | null): void => {
    rows.push([
      depth,
      [id, depth.toFixed(2), kind, Math.round((direction + 360) % 360), Math.round(dip), note],
    ]);
  };
  for (const { from, to, lithology } of intervals) {
    if (lithology === 'FZ') {
      const middle = (from + to) / 2;
      const at = positionAt(collar, stations, middle);
      const [near] = [...geology.faults].sort(
        (a, b) => Math.abs(geology.faultDistance(a, at)) - Math.abs(geology.faultDistance(b, at)),
      );
      const [x, y, z] = near!.normal;
      put(
        tenth(middle),
        '断层',
        degrees(Math.atan2(x, y)) + 6 * (random() - 0.5),
        degrees(Math.acos(z)) + 4 * (random() - 0.5),
        near!.id,
      );
    }
    if (lithology !== 'SC') continue;
    for (let depth = from + 15 + 10 * random(); depth < to - 5; depth += 35 + 15 * random())
      put(tenth(depth), '片理', 130 + 14 * (random() - 0.5), 52 + 10 * (random() - 0.5), null);
  }
  return rows.sort(([a], [b]) => a - b).map(([, row]) => row);
};

/** Adds the two tables of the mine's holes. */
export const addHoleSamples = (
  files: Files,
  geology: Geology,
  holes: readonly Borehole[],
  seed: number,
): void => {
  const random = randomStream(seed + 4001);
  files.set(
    'boreholes/化验.csv',
    csv(
      ['孔号', '自', '至', 'TFe', 'S'],
      holes.flatMap((hole) => assayRows(hole, random)),
    ),
  );
  files.set(
    'boreholes/构造.csv',
    csv(
      ['孔号', '深度', '类型', '倾向', '倾角', '备注'],
      holes.flatMap((hole) => structureRows(geology, hole, random)),
    ),
  );
};
