import type { Bilingual, Language } from '../../contracts/bilingual.ts';
import type { DrawingLayer, Shape } from '../../drawing/drawing.ts';
import { multiplesIn, niceStep } from '../../drawing/nice-step.ts';
import type { PaperBox } from '../../drawing/sheet.ts';
import { measure } from '../bilingual-text.ts';
import { layer } from './county-map.ts';
import { fitted } from './figure-legend.ts';
import type { LevelBar, PlacedGroups } from './level-bars.ts';
import { groupShapes, line, NAMES, rectangle } from './level-group.ts';

/** Millimetres: what of the panel is taken by heads. */
const HEAD = 12;
const AXIS_LINES = 6.5;
const GREY = '#9aa3ab';

const TITLE: Bilingual = {
  zh: '水位与井巷标高（水平不按比例，m）',
  en: 'Water levels against workings (no horizontal scale, m)',
};
export const LEVEL_WORDS = {
  reach: { zh: '最高已知水位', en: 'Highest known level' },
  lowest: { zh: '最低井巷、采空区', en: 'Lowest workings or goaf' },
} as const satisfies Record<string, Bilingual>;

/** Heights of a mine's workings and waters side by side, true to their height axis and to nothing else. */
export const levelPanel = (
  { groups, pitch }: PlacedGroups,
  language: Language,
): ((box: PaperBox) => readonly DrawingLayer[]) => {
  const { low, high } = levelRange(groups.flatMap(({ bars }) => bars));
  return (box) => {
    const [bottom, top] = [box.bottom + NAMES + 4, box.top - HEAD - 5];
    const perMetre = (top - bottom) / Math.max(high - low, 1);
    const y = (height: number): number => bottom + (Math.min(height, high) - low) * perMetre;
    const spare = Math.max(0, box.right - box.left - groups.reduce((sum, { width }) => sum + width, 0));
    const share = spare / Math.max(1, groups.length);
    const shapes: Shape[] = [];
    const signs: Shape[] = [];
    let left = box.left;
    groups.forEach((group, i) => {
      const right = left + group.width + share;
      if (i > 0) shapes.push(line([left, box.bottom], [left, box.top], { colour: GREY, width: 0.18 }));
      shapes.push(...groupShapes(group, { left, right, y, pitch, box, language, signs, cutAt: high }));
      left = right;
    });
    return [
      layer(
        'LEVEL-AXIS',
        { zh: '标高', en: 'Heights' },
        axis(box, { low, high, y, perMetre, bottom, top }),
        'paper',
      ),
      layer('LEVEL-BARS', { zh: '水位与井巷', en: 'Levels and workings' }, [...shapes, ...signs], 'paper'),
      layer('LEVEL-FRAME', { zh: '标高图框', en: 'Frame of the levels' }, frame(box, language), 'paper'),
    ];
  };
};

/** Heights that are drawn: shafts reach up to the ground, far above where water and goafs are, and would press them flat. */
const levelRange = (bars: readonly LevelBar[]): { readonly low: number; readonly high: number } => {
  const low = Math.min(...bars.map((one) => one.low));
  const highest = Math.max(...bars.map((one) => one.high));
  const told = bars.flatMap(({ high, water, feature }) => [
    ...(feature && feature.shape.type !== 'line' ? [high] : []),
    ...(typeof water === 'number' ? [water] : []),
  ]);
  const high = Math.max(low, ...told) + 0.12 * (Math.max(low, ...told) - low) + 5;
  return { low, high: highest > low + (high - low) * 1.25 ? high : Math.max(highest, ...told) };
};

const axis = (
  box: PaperBox,
  o: {
    readonly low: number;
    readonly high: number;
    readonly y: (height: number) => number;
    readonly perMetre: number;
    readonly bottom: number;
    readonly top: number;
  },
): Shape[] => {
  const step = niceStep(AXIS_LINES / o.perMetre);
  const spare = 3 / o.perMetre;
  return multiplesIn(o.low - spare, o.high + spare, step).flatMap((height): Shape[] => [
    line([box.left, o.y(height)], [box.right, o.y(height)], { colour: GREY, width: 0.1 }),
    {
      type: 'text',
      at: [box.left - 1.2, o.y(height) - 0.8],
      text: measure(height),
      size: 2.2,
      anchor: 'end',
      colour: '#333333',
    },
  ]);
};

const frame = (box: PaperBox, language: Language): Shape[] => [
  {
    type: 'line',
    closed: true,
    points: rectangle(box.left, box.right, box.bottom, box.top),
    stroke: { colour: '#000000', width: 0.3 },
  },
  line([box.left, box.bottom + NAMES], [box.right, box.bottom + NAMES], { colour: '#000000', width: 0.18 }),
  {
    type: 'text',
    at: [box.left, box.top + 1.4],
    text: fitted(TITLE[language], box.right - box.left, 2.5),
    size: 2.5,
    anchor: 'start',
    bold: true,
  },
];
