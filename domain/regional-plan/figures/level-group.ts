import type { Bilingual, Language } from '../../contracts/bilingual.ts';
import type { Shape, XY } from '../../drawing/drawing.ts';
import { WATER_COLOUR, WATER_MARK } from '../../drawing/hole-marks.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import type { PaperBox } from '../../drawing/sheet.ts';
import { wrapText } from '../../drawing/text-width.ts';
import { filled, measure } from '../bilingual-text.ts';
import { fitted } from './figure-legend.ts';
import { FEATURE_LOOKS, lookOf, WET_GOAF } from './figure-looks.ts';
import type { LevelBar, LevelGroup } from './level-bars.ts';

/** Millimetres: what of the panel is taken by names. */
export const NAMES = 23;
const ON_PAPER = { scale: 1000, exaggeration: 1 };
const RED = '#b00020';
const LOWEST = { colour: '#37474f', width: 0.25, dash: [0.8, 0.8] };
const LEVEL = { colour: WATER_COLOUR, width: 0.3 };
const REACH = { colour: WATER_COLOUR, width: 0.2, dash: [1.6, 1] };
export const LEVEL_STROKES = { reach: REACH, lowest: LOWEST } as const;

/** The sign of what nobody has measured. */
export const UNKNOWN_MARK: readonly Shape[] = [
  { type: 'text', at: [0, -1.1], text: '?', size: 3.2, anchor: 'middle', bold: true, colour: RED },
];

/** What a mine's water means for its hollows, in a line or two; red where it is not known. */
export const headWords = ({
  lowest,
  highest,
  open,
  bars,
}: Pick<LevelGroup, 'lowest' | 'highest' | 'open' | 'bars'>): readonly {
  readonly text: Bilingual;
  readonly isSure: boolean;
}[] => {
  const known =
    highest === null
      ? []
      : lowest === null
        ? [{ text: { zh: '井巷标高不明', en: 'heights of workings unknown' }, isSure: false }]
        : [
            {
              text: filled(
                highest >= lowest
                  ? { zh: '高出最低处 {head} m', en: '{head} m above the lowest' }
                  : { zh: '低于最低处 {head} m', en: '{head} m below the lowest' },
                { head: measure(Math.abs(highest - lowest)) },
              ),
              isSure: true,
            },
          ];
  if (open > 0)
    return [
      ...known,
      { text: filled({ zh: '{n} 处水位不明', en: '{n} of unknown level' }, { n: open }), isSure: false },
    ];
  if (known.length > 0) return known;
  return bars.length === 0 ? [{ text: { zh: '未登记', en: 'nothing recorded' }, isSure: false }] : [];
};

export const line = (a: XY, b: XY, stroke: Extract<Shape, { type: 'line' }>['stroke']): Shape => ({
  type: 'line',
  points: [a, b],
  stroke,
});
export const rectangle = (left: number, right: number, bottom: number, top: number): XY[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
];

/** Two strokes across the top of a bar that goes on, and how high it goes. */
const brokenOff = ({ high }: LevelBar, x: number, top: number, half: number): Shape[] => [
  {
    type: 'area',
    rings: [
      [
        [x - half - 0.6, top - 1.7],
        [x + half + 0.6, top - 0.9],
        [x + half + 0.6, top - 0.1],
        [x - half - 0.6, top - 0.9],
      ],
    ],
    fill: { colour: '#ffffff' },
  },
  ...[-1.7, -0.9].map(
    (dy): Shape =>
      line([x - half - 0.6, top + dy], [x + half + 0.6, top + dy + 0.8], { colour: '#37474f', width: 0.2 }),
  ),
  {
    type: 'text',
    at: [x, top + 0.8],
    text: `↑${measure(Math.round(high))}`,
    size: 1.9,
    anchor: 'middle',
    colour: '#37474f',
  },
];

export interface GroupPlace {
  readonly left: number;
  readonly right: number;
  readonly y: (height: number) => number;
  readonly pitch: number;
  readonly box: PaperBox;
  readonly language: Language;
  /** What stands above all bars. */
  readonly signs: Shape[];
  /** Bars that go higher are broken off there. */
  readonly cutAt: number;
}

/** The bars of one mine, with its head and the names below. */
export const groupShapes = (group: LevelGroup, o: GroupPlace): Shape[] => {
  const { left, right, y, pitch, box, language, signs, cutAt } = o;
  const middle = (left + right) / 2;
  const width = right - left - 2;
  const shapes: Shape[] = [];
  let text = box.top - 3.4;
  const put = (words: string, size: number, colour?: string): void => {
    shapes.push({
      type: 'text',
      at: [middle, text],
      text: words,
      size,
      anchor: 'middle',
      bold: true,
      ...(colour ? { colour } : {}),
    });
    text -= size * 1.25;
  };
  put(fitted(group.name[language], width, 2.4), 2.4);
  for (const { text: words, isSure } of headWords(group))
    for (const one of wrapText(words[language], 2, width)) put(one, 2, isSure ? WATER_COLOUR : RED);
  if (group.lowest !== null)
    shapes.push(line([left + 0.6, y(group.lowest)], [right - 0.6, y(group.lowest)], LOWEST));
  if (group.highest !== null)
    shapes.push(line([left + 0.6, y(group.highest)], [right - 0.6, y(group.highest)], REACH));
  const first = middle - ((group.bars.length - 1) * pitch) / 2;
  group.bars.forEach((bar, i) => {
    const x = first + i * pitch;
    shapes.push(...barShapes(bar, x, pitch, y));
    signs.push(...barSigns(bar, x, y));
    if (bar.high > cutAt) signs.push(...brokenOff(bar, x, y(cutAt), Math.min(2, pitch * 0.33)));
    shapes.push({
      type: 'text',
      at: [x + 0.7, box.bottom + NAMES - 1],
      text: fitted(bar.name[language], NAMES - 2, 2),
      size: 2,
      anchor: 'end',
      angle: 90,
    });
  });
  return shapes;
};

const barShapes = (
  { feature, low, high, water }: LevelBar,
  x: number,
  pitch: number,
  y: (height: number) => number,
): Shape[] => {
  const half = Math.min(2, pitch * 0.33);
  const look = feature ? lookOf(feature) : FEATURE_LOOKS.working;
  const tall = Math.max(y(high), y(low) + 0.8);
  const body = rectangle(x - half, x + half, y(low), tall);
  const shapes: Shape[] = [
    {
      type: 'area',
      rings: [body],
      fill:
        water === 'unknown'
          ? { colour: '#ffffff', pattern: 'unknown', patternColour: RED }
          : { colour: '#ffffff' },
      stroke: { ...look.stroke, width: 0.3 },
    },
  ];
  if (typeof water !== 'number') return shapes;
  const surface = Math.min(Math.max(y(water), y(low)), tall);
  if (surface > y(low))
    shapes.push({
      type: 'area',
      rings: [rectangle(x - half, x + half, y(low), surface)],
      fill: WET_GOAF.fill!,
      stroke: { ...look.stroke, width: 0.3 },
    });
  // Water that would rise above what holds it: a line up to its level.
  if (y(water) > tall) shapes.push(line([x, tall], [x, y(water)], LEVEL));
  return shapes;
};

const barSigns = ({ high, low, water }: LevelBar, x: number, y: (height: number) => number): Shape[] => {
  if (water === null) return [];
  if (water === 'unknown')
    return symbolAt(UNKNOWN_MARK, [x, (Math.max(y(high), y(low) + 0.8) + y(low)) / 2], ON_PAPER);
  return [
    ...symbolAt(WATER_MARK, [x, y(water)], ON_PAPER),
    {
      type: 'text',
      at: [x, y(water) + 2.5],
      text: measure(water),
      size: 1.9,
      anchor: 'middle',
      bold: true,
      colour: WATER_COLOUR,
    },
  ];
};
