import { SCALES } from '../../domain/drawing/drawing.ts';
import { SHEET_SIZES } from '../../domain/drawing/sheet.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';
import { CUT_KINDS, DEFAULT_DRAWING } from '../shell/drawing-choice.ts';
import { featureField } from '../shell/url-fields.ts';
import type { UrlField } from '../shell/url-state.ts';

export const STRETCHES = [1, 2, 4, 5, 10] as const;

export const HOLE_BAND_MAX = 500;
export const PROJECTION_BAND_MAX = 5000;
const MOST_CORNERS = 20;
const NUMBER = /^-?\d{1,7}(\.\d{1,2})?$/;

const writeLine = (line: readonly PlanPoint[]): string =>
  line.flatMap((point) => point.map((metres) => String(Number(metres.toFixed(1))))).join('_');

const readLine = (text: string): PlanPoint[] | null => {
  const numbers = text.split('_');
  if (numbers.length < 4 || numbers.length % 2 || numbers.length > MOST_CORNERS * 2) return null;
  if (!numbers.every((one) => NUMBER.test(one))) return null;
  return Array.from(
    { length: numbers.length / 2 },
    (_, i) => [Number(numbers[i * 2]), Number(numbers[i * 2 + 1])] as const,
  );
};

const lineField = (key: string, name: 'cutLine' | 'strikeLine'): UrlField => ({
  key,
  write: (state) => {
    const line = state[name];
    return line ? writeLine(line) : null;
  },
  read: (text) => {
    const line = readLine(text);
    return line && { [name]: line };
  },
});

/** Keys of the link: `cut` and `level` what is drawn, `line` the corners of a section, `strike` and `off` the plane of a projection and how far beside it, `hole` the hole of a column, `holes` which boreholes; `sc`, `paper`, `vx` the sheet. */
export const DRAWING_FIELDS: readonly UrlField[] = [
  {
    key: 'cut',
    write: ({ cutKind }) => (cutKind === DEFAULT_DRAWING.cutKind ? null : cutKind),
    read: (text) => {
      const cutKind = CUT_KINDS.find((one) => one === text);
      return cutKind ? { cutKind } : null;
    },
  },
  {
    key: 'level',
    write: ({ cutLevel }) => (cutLevel === null ? null : String(Number(cutLevel.toFixed(2)))),
    read: (text) => (NUMBER.test(text) ? { cutLevel: Number(text) } : null),
  },
  lineField('line', 'cutLine'),
  lineField('strike', 'strikeLine'),
  {
    key: 'off',
    write: ({ projectionBand }) => (projectionBand === null ? null : String(projectionBand)),
    read: (text) => {
      const projectionBand = Number(text);
      return /^\d{1,4}$/.test(text) && projectionBand >= 1 && projectionBand <= PROJECTION_BAND_MAX
        ? { projectionBand }
        : null;
    },
  },
  featureField('hole', 'columnHole'),
  {
    key: 'sc',
    write: ({ drawingScale }) => (drawingScale ? String(drawingScale) : null),
    read: (text) => {
      const drawingScale = SCALES.find((one) => String(one) === text);
      return drawingScale ? { drawingScale } : null;
    },
  },
  {
    key: 'paper',
    write: ({ drawingPaper }) =>
      drawingPaper && `${drawingPaper.size}${drawingPaper.orientation === 'portrait' ? '-p' : ''}`,
    read: (text) => {
      const size = SHEET_SIZES.find((one) => text === one || text === `${one}-p`);
      return size
        ? { drawingPaper: { size, orientation: text.endsWith('-p') ? 'portrait' : 'landscape' } }
        : null;
    },
  },
  {
    key: 'vx',
    write: ({ drawingStretch }) =>
      drawingStretch === DEFAULT_DRAWING.drawingStretch ? null : String(drawingStretch),
    read: (text) => {
      const drawingStretch = STRETCHES.find((one) => String(one) === text);
      return drawingStretch ? { drawingStretch } : null;
    },
  },
  {
    key: 'holes',
    write: ({ drawingHoles, holeBand }) =>
      !drawingHoles ? 'off' : holeBand === DEFAULT_DRAWING.holeBand ? null : String(holeBand),
    read: (text) => {
      if (text === 'off') return { drawingHoles: false };
      const holeBand = Number(text);
      return /^\d{1,3}$/.test(text) && holeBand >= 1 && holeBand <= HOLE_BAND_MAX ? { holeBand } : null;
    },
  },
  {
    key: 'people',
    write: ({ drawingPeople }) => (drawingPeople ? null : 'off'),
    read: (text) => (text === 'off' ? { drawingPeople: false } : null),
  },
];
