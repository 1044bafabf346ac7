import type { Evidence } from '../../../domain/contracts/hazard.ts';
import { randomStream } from '../random.ts';
import type { CountyMine } from './county-mines.ts';

/** What stands at the head of every file: it is opened without its neighbours. */
const SYNTHETIC = '合成数据：没有这座矿山，没有做过这次探查。Synthetic: no such mine or survey.';

/** So that a table program reads Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

type Row = readonly (string | number)[];
interface Table {
  readonly name: string;
  readonly header: Row;
  readonly rows: readonly Row[];
}

const STATIONS = 25;
const SPACING = 5;

/** Readings along a line, in per cent of what lies around; over what is there they fall, and where nobody can tell they scatter. */
const readings = (next: () => number, says: Evidence['says']): Row[] =>
  Array.from({ length: STATIONS }, (_, i) => {
    const away = (i - (STATIONS - 1) / 2) / 3;
    const fall = says === 'present' ? 55 * Math.exp(-away * away) : 0;
    const scatter = says === 'unclear' ? 40 : 9;
    return [i + 1, i * SPACING, Math.round(100 - fall + scatter * (next() - 0.5))];
  });

/** A hole's log from the collar down, with what was found at its depth. */
const logOf = (next: () => number, finding: string): Row[] => {
  let depth = 0;
  const run = (words: string, least: number, most: number): Row => {
    const from = depth;
    depth = Math.round((depth + least + (most - least) * next()) * 10) / 10;
    return [from, depth, words];
  };
  return [
    run('第四系覆盖层', 2, 9),
    run('强风化带', 3, 8),
    run('中风化岩石，裂隙较发育', 8, 26),
    run('较完整岩石', 6, 30),
    run(finding, 1, 4),
    run('较完整岩石，终孔', 4, 12),
  ];
};

const sample = (next: () => number): Row[] => {
  const about = (middle: number, digits: number): number => {
    const scale = 10 ** digits;
    return Math.round(middle * (0.8 + 0.4 * next()) * scale) / scale;
  };
  return [
    ['pH', about(7.4, 1), ''],
    ['硫酸根', about(310, 0), 'mg/L'],
    ['重碳酸根', about(240, 0), 'mg/L'],
    ['钙', about(96, 0), 'mg/L'],
    ['总溶解固体', about(720, 0), 'mg/L'],
  ];
};

const points = (next: () => number): Row[] =>
  Array.from({ length: 12 }, (_, i) => [
    i + 1,
    Math.round(30 * i + 8 * next()),
    Math.round((6 + 9 * next()) * 100) / 100,
  ]);

const tableOf = (next: () => number, { method, says, finding }: Evidence): Table | null => {
  switch (method) {
    case 'geophysics':
      return {
        name: '物探测线',
        header: ['测点', '沿线距离（m）', '读数（背景的%）'],
        rows: readings(next, says),
      };
    case 'drilling':
      return {
        name: '钻孔编录',
        header: ['起深（m）', '止深（m）', '编录'],
        rows: logOf(next, finding),
      };
    case 'geochemistry':
      return { name: '水样分析', header: ['项目', '数值', '单位'], rows: sample(next) };
    case 'survey':
      return { name: '实测记录', header: ['测点', '方位（°）', '距离（m）'], rows: points(next) };
    case 'document':
      return null;
  }
};

const csvCell = (cell: string | number): string =>
  /[",\n]/u.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

const hashOf = (text: string): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) >>> 0, 7);

/** Mines with a 3D model show a file for each piece; of the others every fifth piece has one, for a ledger that has grown is like that. */
const ONE_IN = 5;

/** The record of a piece of evidence as a table; null: none was handed in, as of papers and of what says not where it was gathered. */
export const evidenceFile = (
  piece: Evidence,
  mine: CountyMine,
  title: string,
  isAlways: boolean,
): { readonly name: string; readonly text: string } | null => {
  if (piece.place === null || (!isAlways && hashOf(piece.id) % ONE_IN !== 0)) return null;
  const next = randomStream(hashOf(piece.id) + 11);
  for (let warm = 0; warm < 3; warm++) next();
  const table = tableOf(next, piece);
  if (!table) return null;
  const lines: Row[] = [
    [SYNTHETIC],
    ['矿山', mine.zh, '隐患', title],
    ['证据编号', piece.id, '日期', piece.on, '编录', piece.author],
    ['结论', piece.finding],
    [],
    table.header,
    ...table.rows,
  ];
  return {
    name: `${piece.id} ${table.name}（合成）.csv`,
    text: `${BYTE_ORDER_MARK}${lines.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`,
  };
};
