import type { Bilingual, Language } from '../contracts/bilingual.ts';
import { BODY_STYLES } from '../drawing/body-styles.ts';
import type { BoundaryKind } from './column.ts';
import type { VirtualHole } from './virtual-hole.ts';

const HEADERS: readonly Bilingual[] = [
  { zh: '类别', en: 'Kind' },
  { zh: '名称', en: 'Name' },
  { zh: '自 m', en: 'From m' },
  { zh: '至 m', en: 'To m' },
  { zh: '厚度 m', en: 'Thickness m' },
  { zh: '底标高 m', en: 'Base elevation m' },
  { zh: '底界标准差 ± m', en: 'Standard deviation of base ± m' },
  { zh: '底界性质', en: 'Base is' },
];
const UNIT: Bilingual = { zh: '地层', en: 'unit' };
const UNKNOWN: Bilingual = { zh: '未知', en: 'unknown' };

/** What a boundary is, in words. */
export const BOUNDARY_NAMES: Readonly<Record<BoundaryKind, Bilingual>> = {
  ground: { zh: '地表', en: 'ground' },
  contact: { zh: '地层界线', en: 'contact' },
  fault: { zh: '断层', en: 'fault' },
  limit: { zh: '模型已知范围的边界', en: 'limit of what the model knows' },
};

/**
 * The hole as a table: CSV with a byte order mark, so that spreadsheets read Chinese; lines beginning with # say where it is and
 * what it rests on. What is not known says so and is never an empty cell or a nought.
 * @param head lines of the preamble, without the #
 */
export const virtualHoleCsv = (hole: VirtualHole, head: readonly string[], language: Language): string => {
  const say = (text: Bilingual): string => text[language];
  const metres = (value: number): string => value.toFixed(2);
  const rows = [
    ...hole.stretches.map(({ unit, from, to, baseElevation, baseKind, deviation, fault }) => [
      say(unit ? UNIT : UNKNOWN),
      say(unit ? unit.name : UNKNOWN),
      metres(from),
      metres(to),
      metres(to - from),
      metres(baseElevation),
      deviation === null ? say(UNKNOWN) : metres(deviation),
      [say(BOUNDARY_NAMES[baseKind]), ...(fault ? [say(fault)] : [])].join(' '),
    ]),
    ...hole.bodies.map(({ kind, name, from, to }) => [
      say(BODY_STYLES[kind].name),
      say(name),
      metres(from),
      metres(to),
      metres(to - from),
      metres(hole.elevation - to),
      say(UNKNOWN),
      say({ zh: '按图绘制', en: 'as drawn' }),
    ]),
  ];
  return `\uFEFF${[...head.map((line) => `# ${line}`), HEADERS.map(say).map(cell).join(','), ...rows.map((row) => row.map(cell).join(','))].join('\r\n')}\r\n`;
};

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
