import type { Language } from '../contracts/bilingual.ts';
import type { Presence } from '../contracts/live/entity.ts';
import { circle } from './circle.ts';
import type { DrawingLayer, Shape, XY } from './drawing.ts';
import { labelShapes } from './label-shapes.ts';
import type { LegendItem } from './legend-box.ts';
import { type PaperScale, symbolAt } from './paper-scale.ts';
import type { PaperBox } from './sheet.ts';

/** Somebody near what is drawn, in the drawing's coordinates. */
export interface DrawnPerson {
  readonly at: XY;
  /** Name or, of a tag that is on no list, the tag. */
  readonly name: string;
  readonly presence: Exclude<Presence, 'unknown'>;
  /** Seconds since the position was true. */
  readonly age: number;
  readonly sos: boolean;
  /** The height was taken from the roadway, not told by the tag. */
  readonly heightGuessed: boolean;
}

/** Everyone of one moment. */
export interface PeopleMoment {
  readonly people: readonly DrawnPerson[];
  /** The moment the positions are of, by the mine's clock; null: no picture has come, so nobody's place is known. */
  readonly time: string | null;
  /** Seconds the picture has stood still; null: it comes in. */
  readonly stoppedFor: number | null;
  /** On the list of people, with no known place. */
  readonly placeless: number;
}

const INK = '#6a0dad';
const SOS = '#d00000';
const NAME_SIZE = 2;

const half: XY[] = [
  [0, 1.1],
  ...circle(1.1, [0, 0], 24)
    .filter(([x]) => x > 0.05)
    .sort((a, b) => b[1] - a[1]),
  [0, -1.1],
];

/** How well somebody's place is known, by shape: full, half, broken ring. */
const MARKS: Readonly<Record<DrawnPerson['presence'], readonly Shape[]>> = {
  fresh: [
    { type: 'area', rings: [circle(1.1)], fill: { colour: INK }, stroke: { colour: '#ffffff', width: 0.2 } },
  ],
  stale: [
    { type: 'area', rings: [circle(1.1)], fill: { colour: '#ffffff' }, stroke: { colour: INK, width: 0.3 } },
    { type: 'area', rings: [half], fill: { colour: INK } },
  ],
  lost: [
    { type: 'area', rings: [circle(1.2)], fill: { colour: '#ffffff' } },
    {
      type: 'line',
      points: circle(1.2),
      closed: true,
      stroke: { colour: INK, width: 0.4, dash: [0.8, 0.5] },
    },
  ],
};

const SOS_MARK: readonly Shape[] = [
  {
    type: 'line',
    closed: true,
    points: [
      [0, 2.9],
      [2.5, -1.5],
      [-2.5, -1.5],
    ],
    stroke: { colour: SOS, width: 0.5 },
  },
];

const ageText = (seconds: number, language: Language): string => {
  const minutes = Math.floor(seconds / 60);
  if (language === 'zh')
    return minutes < 1
      ? `${seconds} 秒前`
      : minutes < 120
        ? `${minutes} 分前`
        : `${Math.floor(minutes / 60)} 小时前`;
  return minutes < 1
    ? `${seconds} s ago`
    : minutes < 120
      ? `${minutes} min ago`
      : `${Math.floor(minutes / 60)} h ago`;
};

/** What the legend says of people; `where` tells which of them are drawn. */
export const peopleLegend = (where: string, language: Language): LegendItem[] => {
  const zh = language === 'zh';
  return [
    { label: where, symbol: MARKS.fresh },
    { label: zh ? '人员：位置已旧（注明多久）' : 'Person: place is old (age given)', symbol: MARKS.stale },
    { label: zh ? '人员：失联前最后位置' : 'Person: last place before lost', symbol: MARKS.lost },
  ];
};

/** Which people are on a drawing. */
export const peopleBandText = (band: number, kind: 'section' | 'level', language: Language): string => {
  if (kind === 'section')
    return language === 'zh' ? `人员（投影带两侧各 ${band} m）` : `People (within ${band} m of the line)`;
  return language === 'zh' ? `人员（本水平上下各 ${band} m）` : `People (within ${band} m of the level)`;
};

/** Marks with names and ages, and over the field the moment they are of: positions without their moment are worth nothing on paper. */
export const peopleLayers = (
  { people, time, stoppedFor, placeless }: PeopleMoment,
  o: { readonly paper: PaperScale; readonly field: PaperBox; readonly language: Language },
): DrawingLayer[] => {
  const { paper, field, language } = o;
  const zh = language === 'zh';
  const shapes = people.flatMap(({ at, presence, sos }): Shape[] => [
    ...symbolAt(MARKS[presence], at, paper),
    ...(sos ? symbolAt(SOS_MARK, at, paper) : []),
  ]);
  const labels = labelShapes(
    people.map(({ at, name, presence, age, sos, heightGuessed }) => ({
      at,
      lines: [
        `${sos ? 'SOS ' : ''}${name}${heightGuessed ? (zh ? '（高程推定）' : ' (height guessed)') : ''}`,
        ...(presence === 'fresh' ? [] : [ageText(age, language)]),
      ],
      size: NAME_SIZE,
      colour: sos ? SOS : INK,
      bold: sos,
      // Nobody disappears.
      always: true,
      weight: sos ? 1 : 0,
    })),
    [],
    paper,
  ).flat();
  const words: string[] = [];
  if (time === null) words.push(zh ? '人员位置未知：没有收到画面' : 'People: not known, no picture has come');
  else {
    words.push(zh ? `人员位置时刻 ${time}` : `People as of ${time}`);
    if (stoppedFor !== null)
      words.push(zh ? `画面已停 ${stoppedFor} 秒` : `picture stands still for ${stoppedFor} s`);
    if (placeless > 0) words.push(zh ? `另有 ${placeless} 人位置未知` : `${placeless} more of unknown place`);
  }
  const warns = time === null || stoppedFor !== null;
  return [
    {
      id: 'PEOPLE',
      name: { zh: '人员', en: 'People' },
      space: 'model',
      shapes: [...shapes, ...labels],
    },
    {
      id: 'PEOPLE-TIME',
      name: { zh: '人员位置时刻', en: 'Moment of people' },
      space: 'paper',
      shapes: [
        {
          type: 'text',
          at: [(field.left + field.right) / 2, field.top + 14.5],
          text: words.join(zh ? '；' : '; '),
          size: 3,
          anchor: 'middle',
          bold: true,
          colour: warns ? '#b00020' : INK,
        },
      ],
    },
  ];
};
