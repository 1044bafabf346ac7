import type { Language } from '../../contracts/bilingual.ts';
import type { CountyFeature } from '../../contracts/county.ts';
import type { Shape, XY } from '../../drawing/drawing.ts';
import { WATER_COLOUR, WATER_MARK } from '../../drawing/hole-marks.ts';
import type { PointLabel } from '../../drawing/label-shapes.ts';
import type { LegendItem } from '../../drawing/legend-box.ts';
import { movedOnPaper, type PaperScale, symbolAt } from '../../drawing/paper-scale.ts';
import { measure } from '../bilingual-text.ts';
import { isWater } from '../water-levels.ts';
import { lookOf } from './figure-looks.ts';
import { LEVEL_STROKES, UNKNOWN_MARK } from './level-group.ts';
import { LEVEL_WORDS } from './level-panel.ts';

const UNKNOWN_COLOUR = '#b00020';

export const waterLabel = (one: CountyFeature, at: XY, language: Language): PointLabel[] => {
  const name = one.name[language];
  if (isWater(one))
    return one.waterLevel === null
      ? [
          {
            at,
            lines: [{ zh: `${name} 水位不明`, en: `${name}, level unknown` }[language]],
            size: 2,
            bold: false,
            colour: UNKNOWN_COLOUR,
            weight: 5,
          },
        ]
      : [
          {
            at,
            lines: [
              {
                zh: `${name} 水位 ${measure(one.waterLevel)} m`,
                en: `${name} at ${measure(one.waterLevel)} m`,
              }[language],
            ],
            size: 2,
            colour: WATER_COLOUR,
            weight: 7,
          },
        ];
  if (one.kind !== 'goaf' && one.kind !== 'fault' && one.kind !== 'closed-shaft') return [];
  return [{ at, lines: [name], size: 2, bold: false, colour: lookOf(one).stroke.colour, weight: 2 }];
};

export const waterSign = ({ waterLevel }: CountyFeature, at: XY, paper: PaperScale): Shape[] =>
  waterLevel === null
    ? // Beside the place, where a hazard may have its sign.
      symbolAt(UNKNOWN_MARK, movedOnPaper(at, -1.9, 1.5, paper), paper)
    : symbolAt(WATER_MARK, at, paper);

export const waterLegend = (
  waters: readonly CountyFeature[],
  hasPanel: boolean,
  language: Language,
): LegendItem[] => [
  ...(waters.some(({ waterLevel }) => waterLevel !== null)
    ? [{ label: { zh: '水位（m）', en: 'Water level (m)' }[language], symbol: WATER_MARK }]
    : []),
  ...(waters.some(({ waterLevel }) => waterLevel === null)
    ? [
        {
          label: { zh: '是否积水或水位不明', en: 'Water or its level unknown' }[language],
          symbol: UNKNOWN_MARK,
        },
      ]
    : []),
  ...(hasPanel
    ? (['reach', 'lowest'] as const).map((key) => ({
        label: LEVEL_WORDS[key][language],
        stroke: LEVEL_STROKES[key],
      }))
    : []),
];
