import type { Bilingual, Language } from '../contracts/bilingual.ts';
import type { Shape, XY } from './drawing.ts';
import type { LegendItem } from './legend-box.ts';
import { movedOnPaper, type PaperScale } from './paper-scale.ts';
import { placeLabels } from './place-labels.ts';
import type { PaperBox } from './sheet.ts';

/** Text beside a point of the model. */
export interface PointLabel {
  readonly at: XY;
  readonly lines: readonly string[];
  /** Millimetres. */
  readonly size: number;
  /** The first line is bold unless this is false. */
  readonly bold?: boolean;
  readonly colour?: string;
  /** As of WantedLabel. */
  readonly weight?: number;
  readonly always?: boolean;
}

/** Millimetres between the points that stand for a line which labels keep off. */
const SPACING = 2.5;

/** Points along lines of the model that labels keep off. */
const pointsAlong = (lines: readonly (readonly XY[])[], toPaper: (point: XY) => XY): XY[] =>
  lines.flatMap((line) =>
    line.flatMap((point, i): XY[] => {
      const [x, y] = toPaper(point);
      if (i === 0) return [[x, y]];
      const [fromX, fromY] = toPaper(line[i - 1]!);
      const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / SPACING));
      return Array.from({ length: steps }, (_, k): XY => {
        const f = (k + 1) / steps;
        return [fromX + f * (x - fromX), fromY + f * (y - fromY)];
      });
    }),
  );

const boxBetween = ([left, bottom]: XY, [right, top]: XY): PaperBox => ({ left, bottom, right, top });

/** What the legend says of labels that found no room; nothing where all did. */
export const leftOutLabels = (
  labels: readonly (readonly Shape[])[],
  what: Bilingual,
  language: Language,
): LegendItem[] => {
  const n = labels.filter((shapes) => shapes.length === 0).length;
  if (n === 0) return [];
  return [
    { label: language === 'zh' ? `因拥挤未注 ${n} 个${what.zh}` : `${n} ${what.en} left out, no room` },
  ];
};

/**
 * Shapes of each label, none for one that finds no room: they do not cover one another, and have a line to their point where they had to go further away.
 * @param avoid lines of the model that labels keep off
 * @param within part of the model they stay in
 */
export const labelShapes = (
  labels: readonly PointLabel[],
  avoid: readonly (readonly XY[])[],
  paper: PaperScale,
  within: PaperBox | null = null,
): Shape[][] => {
  const origin = labels[0]?.at ?? [0, 0];
  const toPaper = ([x, y]: XY): XY => [
    ((x - origin[0]) * 1000) / paper.scale,
    ((y - origin[1]) * 1000 * paper.exaggeration) / paper.scale,
  ];
  const placed = placeLabels(
    labels.map(({ at, lines, size, weight = 0, always = false }) => ({
      at: toPaper(at),
      lines,
      size,
      weight,
      always,
    })),
    pointsAlong(avoid, toPaper),
    within && boxBetween(toPaper([within.left, within.bottom]), toPaper([within.right, within.top])),
  );
  return labels.map(({ at, lines, size, colour, bold = true }, i): Shape[] => {
    const place = placed[i];
    if (!place) return [];
    const put = ([dx, dy]: XY): XY => movedOnPaper(origin, dx, dy, paper);
    const shapes = lines.map(
      (text, k): Shape => ({
        type: 'text',
        at: put(place.lines[k]!),
        text,
        size,
        anchor: 'start',
        bold: bold && k === 0,
        ...(colour ? { colour } : {}),
      }),
    );
    if (place.leads)
      shapes.push({
        type: 'line',
        points: [at, put(place.lines[0]!)],
        stroke: { colour: colour ?? '#555555', width: 0.1 },
      });
    return shapes;
  });
};
