import { type CsvCell, csv } from './write-text.ts';

/** Who wears a tag in the demo mines. Surnames are words for "made up" and given names are counted: nobody is meant. */

const SURNAMES = ['虚', '拟', '仿', '幻', '影', '假'] as const;
const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The nth made-up name; 600 differ. */
export const madeUpName = (nth: number): string =>
  `${SURNAMES[nth % 6]}${STEMS[Math.floor(nth / 6) % 10]}${DIGITS[Math.floor(nth / 60) % 10]}`;

export interface Crew {
  readonly team: string;
  /** Role of each member, first to last. */
  readonly roles: readonly string[];
}

export const SHIFTS = [
  { id: '夜班', start: '00:00', end: '08:00' },
  { id: '早班', start: '08:00', end: '16:00' },
  { id: '中班', start: '16:00', end: '00:00' },
] as const;

/** The same crews in every shift, one row a person. */
export const peopleCsv = (crews: readonly Crew[], prefix: string): Uint8Array => {
  const rows: CsvCell[][] = [];
  for (const { id: shift } of SHIFTS)
    for (const { team, roles } of crews)
      for (const role of roles) {
        const nth = rows.length;
        rows.push([`${prefix}${String(nth + 1).padStart(4, '0')}`, madeUpName(nth), team, role, shift]);
      }
  return csv(['标签', '姓名', '班组', '工种', '班次'], rows, 'utf-8-bom');
};

export const vehiclesCsv = (
  vehicles: readonly (readonly [name: string, team: string, type: string])[],
  prefix: string,
): Uint8Array =>
  csv(
    ['标签', '名称', '班组', '类型'],
    vehicles.map(([name, team, type], i) => [`${prefix}${String(i + 1).padStart(3, '0')}`, name, team, type]),
    'utf-8-bom',
  );

export const times = (count: number, role: string): string[] => new Array<string>(count).fill(role);
