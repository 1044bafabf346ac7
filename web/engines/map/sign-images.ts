import type { RISK_LEVELS } from '../../../domain/contracts/county.ts';
import type { MajorSource } from '../../../domain/contracts/major-hazard.ts';
import type { NeighbourKind } from '../../../domain/contracts/neighbours.ts';
import type { SiteKind } from '../../../domain/contracts/site-kind-ids.ts';
import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import { HAZARD_FLAGS } from '../../../domain/hazards/hazard-flags.ts';
import {
  CORROBORATION_LOOKS,
  CORROBORATIONS,
  hatchImage,
  isOnHatch,
} from '../../ledger/corroboration-look.ts';
import {
  COUNTY_COLOURS,
  type CountyColours,
  PARK_GRADE_COLOURS,
  textOn,
} from '../../theme/county-colours.ts';
import {
  FLAG_SIZE,
  MAJOR_OUTLINE,
  MINE_OUTLINES,
  SIGN_SIZE,
  SITE_TICKS,
  STATE_MARKS,
  WARNING_MARK,
  WARNING_SIZE,
} from '../county-signs.ts';
import type { CountyLook } from '../county-view.ts';
import { drawFlag, type Flagged, flaggedOf, flagRow, flagsBeside } from './flag-images.ts';

/**
 * Pixels of a sign a CSS pixel: half as many again as the screen has, as signs are drawn up to a tenth larger and at any offset.
 * More would not be seen, and every tile carries the signs it shows. At 1.5 signs of an even size still have whole pixels.
 */
export const signRatio = (devicePixelRatio: number): number =>
  devicePixelRatio <= 1 ? 1.5 : Math.ceil(devicePixelRatio * 1.1);
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

type Letters = CountyLook['letters'];
type Draw = (context: CanvasRenderingContext2D) => void;
interface Sign {
  /** CSS pixels. */
  readonly size: number;
  readonly draw: Draw;
}

const UNKNOWN_LETTER = '?';
type Risk = (typeof RISK_LEVELS)[number];

const letter = (
  context: CanvasRenderingContext2D,
  text: string,
  o: { x: number; y: number; size: number },
) => {
  context.font = `700 ${o.size}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, o.x, o.y);
};

/** Room for the mark in the corner. */
const MARGIN = 6;

const mineSign = (o: {
  readonly colours: CountyColours;
  readonly type: string;
  readonly state: string;
  /** null: not known. */
  readonly fill: string | null;
  readonly text: string;
}): Sign => ({
  size: SIGN_SIZE + 2 * MARGIN,
  draw: (context) => {
    const { colours, type, state, fill, text } = o;
    const outline = new Path2D(
      MINE_OUTLINES[type as keyof typeof MINE_OUTLINES] ?? MINE_OUTLINES.exploration,
    );
    const works = state === 'producing' || state === 'construction';
    const colour = fill ?? colours.sign;
    context.translate(MARGIN, MARGIN);
    context.lineJoin = 'round';
    context.lineWidth = 4.5;
    context.strokeStyle = colours.halo;
    context.stroke(outline);
    // What stands still is a ring of its colour: from afar it is not taken for one that works.
    context.fillStyle = works ? colour : colours.sign;
    context.fill(outline);
    if (fill === null) context.setLineDash([2.5, 2]);
    context.lineWidth = works ? 1.4 : 3;
    context.strokeStyle = works ? colours.signLine : (fill ?? colours.unknown);
    context.stroke(outline);
    context.setLineDash([]);
    context.fillStyle = works && fill !== null ? textOn(colour) : colours.signLine;
    letter(context, text, { x: 12, y: type === 'open-pit' ? 10.5 : 12, size: 10.5 });
    const mark = STATE_MARKS[state as keyof typeof STATE_MARKS] ?? null;
    if (mark === null) return;
    context.translate(16, 15);
    context.beginPath();
    context.arc(6, 6, 6.2, 0, 2 * Math.PI);
    context.fillStyle = colours.sign;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = colours.signLine;
    context.stroke();
    context.lineWidth = 1.7;
    context.lineCap = 'round';
    context.stroke(new Path2D(mark));
  },
});

const warningSign = (colours: CountyColours, level: string, text: string): Sign => ({
  size: WARNING_SIZE + 4,
  draw: (context) => {
    const colour = colours.warning[level as keyof CountyColours['warning']] ?? colours.unknown;
    context.translate(2, 2);
    const balloon = new Path2D(WARNING_MARK);
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = colours.halo;
    context.stroke(balloon);
    context.lineWidth = 1;
    context.strokeStyle = colours.signLine;
    context.fillStyle = colour;
    context.fill(balloon);
    context.stroke(balloon);
    context.fillStyle = textOn(colour);
    letter(context, text, { x: 9, y: 8, size: 9.5 });
  },
});

/** A call for help: a ring round its three letters, alike in every language. */
const sosSign = (colours: CountyColours): Sign => ({
  size: 26,
  draw: (context) => {
    const colour = colours.warning.red;
    context.beginPath();
    context.roundRect(2, 6, 22, 14, 7);
    context.lineWidth = 4;
    context.strokeStyle = colours.halo;
    context.stroke();
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = colours.signLine;
    context.stroke();
    context.fillStyle = textOn(colour);
    letter(context, 'SOS', { x: 13, y: 13.5, size: 8.5 });
  },
});

const siteSign = (colours: CountyColours, kind: string, risk: string, letters: Letters): Sign => ({
  size: 24,
  draw: (context) => {
    const colour = colours.risk[risk as Risk] ?? null;
    context.beginPath();
    context.roundRect(2, 2, 20, 20, 3);
    context.fillStyle = colours.sign;
    context.fill();
    context.lineWidth = 1.4;
    context.strokeStyle = colours.site;
    context.stroke();
    context.fillStyle = colours.signLine;
    letter(context, letters.site[kind as SiteKind] ?? UNKNOWN_LETTER, { x: 12, y: 10, size: 11 });
    if (colour === null) {
      context.fillStyle = colours.unknown;
      letter(context, UNKNOWN_LETTER, { x: 12, y: 18, size: 6.5 });
      return;
    }
    context.fillStyle = colour;
    for (let i = 0; i < SITE_TICKS[risk as Risk]; i += 1) context.fillRect(4.2 + i * 4.1, 16.8, 3.2, 3.4);
  },
});

/** Room for the grade in the corner. */
const GRADE_MARGIN = 3;

/** A chemical park: the grade in a brown ring of its own, dashed where nobody graded it. */
const parkSign = (colours: CountyColours, { size, draw }: Sign, grade: string): Sign => ({
  size: size + 2 * GRADE_MARGIN,
  draw: (context) => {
    context.translate(GRADE_MARGIN, GRADE_MARGIN);
    context.save();
    draw(context);
    context.restore();
    const fill = PARK_GRADE_COLOURS[grade as keyof typeof PARK_GRADE_COLOURS] ?? null;
    context.beginPath();
    context.arc(21, 3, 5.2, 0, 2 * Math.PI);
    context.fillStyle = fill ?? colours.sign;
    context.fill();
    if (fill === null) context.setLineDash([2, 1.5]);
    context.lineWidth = 1;
    context.strokeStyle = colours.signLine;
    context.stroke();
    context.fillStyle = fill === null ? colours.unknown : textOn(fill);
    letter(context, fill === null ? UNKNOWN_LETTER : grade, { x: 21, y: 3.4, size: 7.5 });
  },
});

/** A site its county's rules flag: an exclamation mark in ink; where nobody can tell, a hollow question mark. */
const flaggedSign = (colours: CountyColours, { size, draw }: Sign, flagged: string): Sign => ({
  size: size + 2 * GRADE_MARGIN,
  draw: (context) => {
    context.save();
    context.translate(GRADE_MARGIN, GRADE_MARGIN);
    draw(context);
    context.restore();
    const isFound = flagged === 'found';
    context.beginPath();
    context.arc(6.2, 6.2, 6, 0, 2 * Math.PI);
    context.fillStyle = isFound ? colours.signLine : colours.sign;
    context.fill();
    if (!isFound) context.setLineDash([2, 1.5]);
    context.lineWidth = 1;
    context.strokeStyle = isFound ? colours.halo : colours.signLine;
    context.stroke();
    context.fillStyle = isFound ? colours.sign : colours.unknown;
    letter(context, isFound ? '!' : UNKNOWN_LETTER, { x: 6.2, y: 6.6, size: 9.5 });
  },
});

const majorSign = (colours: CountyColours, text: string, isConfirmed: boolean): Sign => ({
  size: SIGN_SIZE,
  draw: (context) => {
    const outline = new Path2D(MAJOR_OUTLINE);
    context.lineJoin = 'round';
    context.lineWidth = 4.5;
    context.strokeStyle = colours.halo;
    context.stroke(outline);
    context.fillStyle = isConfirmed ? colours.signLine : colours.sign;
    context.fill(outline);
    if (!isConfirmed) context.setLineDash([3, 2]);
    context.lineWidth = 1.8;
    context.strokeStyle = colours.signLine;
    context.stroke(outline);
    context.setLineDash([]);
    context.fillStyle = isConfirmed ? colours.sign : colours.signLine;
    letter(context, text, { x: 12, y: 12.4, size: 11 });
  },
});

const HAZARD_MARGIN = 7;
/** Where its flags stand, to the right: the deadline above, the five-fixed below. */
const FLAG_PLACE = { left: 13, above: -7, below: 13 } as const;

const hazardSign = (
  colours: CountyColours,
  status: Corroboration,
  theme: 'light' | 'dark',
  flagged: Flagged,
): Sign => ({
  size: 20 + 2 * HAZARD_MARGIN,
  draw: (context) => {
    const look = CORROBORATION_LOOKS[status];
    const colour = look.colour[theme];
    const body = new Path2D('M10 2.5L17.5 10L10 17.5L2.5 10Z');
    context.translate(HAZARD_MARGIN, HAZARD_MARGIN);
    context.save();
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = colours.halo;
    context.stroke(body);
    context.fillStyle = colours.sign;
    context.fill(body);
    context.clip(body);
    context.fillStyle = colour;
    // two pixels of the pattern a pixel here: a sign is smaller than an area
    for (let y = 0; y < 40; y += 1)
      for (let x = 0; x < 40; x += 1)
        if (isOnHatch(look.pattern, x, y)) context.fillRect(x / 2, y / 2, 0.6, 0.6);
    context.restore();
    context.strokeStyle = colour;
    if (status !== 'proven') context.setLineDash([2.4, 1.8]);
    context.lineWidth = 1.7;
    context.stroke(body);
    context.setLineDash([]);
    if (status === 'contradicted') {
      context.fillStyle = colours.text;
      letter(context, '!', { x: 10, y: 10.5, size: 12 });
    }
    for (const flag of flagsBeside(flagged)) {
      context.save();
      context.translate(FLAG_PLACE.left, FLAG_PLACE[flag === 'five-fixed-missing' ? 'below' : 'above']);
      drawFlag(context, flag, colours, flagged.missing);
      context.restore();
    }
  },
});

const shaftSign = (colours: CountyColours): Sign => ({
  size: 18,
  draw: (context) => {
    context.beginPath();
    context.arc(9, 9, 6, 0, 2 * Math.PI);
    context.fillStyle = colours.sign;
    context.fill();
    context.lineWidth = 1.8;
    context.strokeStyle = colours.kind['closed-shaft'];
    context.stroke();
    context.stroke(new Path2D('M5 5L13 13M13 5L5 13'));
  },
});

const HATCH = 8;
/** Repeats without a seam: the lines leave at one edge where they enter at the other. */
const hatch = (colour: string, isCrossed = false): Sign => ({
  size: HATCH,
  draw: (context) => {
    context.strokeStyle = colour;
    context.lineWidth = 1.3;
    context.beginPath();
    for (const shift of [-HATCH, 0, HATCH]) {
      context.moveTo(shift, HATCH);
      context.lineTo(shift + HATCH, 0);
      if (!isCrossed) continue;
      context.moveTo(shift, 0);
      context.lineTo(shift + HATCH, HATCH);
    }
    context.stroke();
  },
});

const statusOf = (text: string | undefined): Corroboration =>
  CORROBORATIONS.find((status) => status === text) ?? 'unverified';

/** The repeat of a hazard's pattern, pixel for pixel as the ledger makes it; null: the name is of no pattern. */
export const patternOf = (id: string) => {
  const [kind, theme, status] = id.split('/');
  return kind === 'corroboration' && (theme === 'light' || theme === 'dark')
    ? hatchImage(CORROBORATION_LOOKS[statusOf(status)], theme)
    : null;
};

/** What an image of the style looks like, by its name; null: no such sign. */
export const signOf = (id: string, letters: Letters): Sign | null => {
  const [kind, theme, ...rest] = id.split('/');
  if (theme !== 'light' && theme !== 'dark') return null;
  const colours = COUNTY_COLOURS[theme];
  switch (kind) {
    case 'mine': {
      const [, colouring, type, state, value] = rest as [string, string, string, string, string];
      const fill =
        colouring === 'risk'
          ? colours.risk[value as Risk]
          : colours.grade[value as keyof CountyColours['grade']];
      const text = colouring === 'risk' ? letters.risk[value] : fill && value;
      return mineSign({ colours, type, state, fill: fill ?? null, text: text ?? UNKNOWN_LETTER });
    }
    case 'warning': {
      const level = rest[1] ?? '';
      return warningSign(
        colours,
        level,
        letters.warning[level as keyof Letters['warning']] ?? UNKNOWN_LETTER,
      );
    }
    case 'sos':
      return sosSign(colours);
    case 'site': {
      const [, site = '', risk = '', grade = '', flagged = ''] = rest;
      const sign = siteSign(colours, site, risk, letters);
      const graded = grade === '' ? sign : parkSign(colours, sign, grade);
      return flagged === '' ? graded : flaggedSign(colours, graded, flagged);
    }
    case 'major': {
      const [, source = '', state = ''] = rest;
      const text = letters.major[source as MajorSource] ?? UNKNOWN_LETTER;
      return majorSign(colours, text, state !== 'reported');
    }
    case 'hazard':
      return hazardSign(colours, statusOf(rest[0]), theme, flaggedOf(rest.slice(1)));
    case 'flags':
      return flagRow(colours, flaggedOf(rest));
    case 'flag': {
      const flag = HAZARD_FLAGS.find((one) => one === rest[0]);
      // What a badge has no flag for takes no room in it.
      if (!flag) return { size: 1, draw: () => {} };
      return { size: FLAG_SIZE, draw: (context) => drawFlag(context, flag, colours, null) };
    }
    case 'shaft':
      return shaftSign(colours);
    case 'hatch': {
      const colour = colours.kind[rest[0] as NeighbourKind];
      return colour ? hatch(colour) : null;
    }
    case 'crossed':
      return hatch(colours.zone, true);
    default:
      return null;
  }
};

/** Draws a sign to pixels. @throws Error where the browser gives no canvas */
export const drawSign = ({ size, draw }: Sign, ratio: number): ImageData => {
  const canvas = document.createElement('canvas');
  canvas.width = size * ratio;
  canvas.height = size * ratio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas for the signs of the map');
  context.scale(ratio, ratio);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};
