import { FLAGS_JOINED_BY } from '../../../domain/contracts/county-tiles.ts';
import type { HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import { FLAG_SIGNS, FLAG_SIZE } from '../county-signs.ts';

/** What flags hazards carry, and of how many of the five-fixed it is missing; as an image's name says it. */
export interface Flagged {
  readonly flags: readonly string[];
  readonly missing: number;
}

/** @param parts flags joined, how many are missing: the end of an image's name */
export const flaggedOf = ([flags = '', missing = '']: readonly (string | undefined)[]): Flagged => ({
  flags: flags.split(FLAGS_JOINED_BY),
  missing: Number(missing),
});

const outlined = (context: CanvasRenderingContext2D, shape: Path2D, colours: CountyColours): void => {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.halo;
  context.stroke(shape);
};

/** One flag in a square of FLAG_SIZE. @param missing of the five-fixed; null: no number stands in it */
export const drawFlag = (
  context: CanvasRenderingContext2D,
  flag: HazardFlag,
  colours: CountyColours,
  missing: number | null,
): void => {
  const [clock, corners] = [new Path2D(FLAG_SIGNS.clock), new Path2D(FLAG_SIGNS.corners)];
  const triangle = new Path2D(FLAG_SIGNS.triangle);
  const line = (path: string, colour: string, width: number) => {
    context.lineCap = 'round';
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke(new Path2D(path));
  };
  switch (flag) {
    case 'in-doubt':
      outlined(context, triangle, colours);
      context.fillStyle = colours.signLine;
      context.fill(triangle);
      line(FLAG_SIGNS.bang, colours.sign, 1.8);
      break;
    case 'overdue':
      outlined(context, clock, colours);
      context.fillStyle = colours.signLine;
      context.fill(clock);
      line(FLAG_SIGNS.hands, colours.sign, 1.7);
      break;
    case 'no-deadline':
      outlined(context, clock, colours);
      context.fillStyle = colours.sign;
      context.fill(clock);
      context.setLineDash([2.2, 1.6]);
      line(FLAG_SIGNS.clock, colours.unknown, 1.5);
      context.setLineDash([]);
      line(FLAG_SIGNS.noHands, colours.signLine, 1.5);
      break;
    case 'not-closed':
      outlined(context, new Path2D(FLAG_SIGNS.box), colours);
      context.fillStyle = colours.sign;
      context.fill(new Path2D(FLAG_SIGNS.box));
      line(FLAG_SIGNS.box, colours.signLine, 1.5);
      line(FLAG_SIGNS.tick, colours.signLine, 1.6);
      break;
    case 'five-fixed-missing':
      outlined(context, corners, colours);
      context.fillStyle = colours.sign;
      context.fill(corners);
      line(FLAG_SIGNS.corners, colours.signLine, 1.5);
      context.fillStyle = colours.signLine;
      context.font = '700 8.5px system-ui, sans-serif';
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      if (missing !== null) context.fillText(`${missing}`, 7, 7.6);
      else line(FLAG_SIGNS.gap, colours.signLine, 1.6);
      break;
    case 'uncorroborated':
      line(FLAG_SIGNS.rings, colours.halo, 4);
      line(FLAG_SIGNS.rings, colours.signLine, 1.7);
      break;
  }
};

/** In one place beside the sign: the first of them that holds. */
const ABOVE = ['in-doubt', 'overdue', 'no-deadline', 'not-closed'] as const;

/** The flags a hazard's own sign does not already say: its pattern says how well it is known. */
export const flagsBeside = ({ flags }: Flagged): HazardFlag[] => {
  const above = ABOVE.find((flag) => flags.includes(flag));
  return [
    ...(above ? [above] : []),
    ...(flags.includes('five-fixed-missing') ? (['five-fixed-missing'] as const) : []),
  ];
};

/** Flags in a row, for what is no point. @returns CSS pixels of a square and what fills it */
export const flagRow = (colours: CountyColours, flagged: Flagged) => {
  const beside = flagsBeside(flagged);
  const size = 2 * FLAG_SIZE + 4;
  return {
    size,
    draw: (context: CanvasRenderingContext2D): void => {
      context.translate((size - beside.length * FLAG_SIZE) / 2, (size - FLAG_SIZE) / 2);
      for (const flag of beside) {
        drawFlag(context, flag, colours, flagged.missing);
        context.translate(FLAG_SIZE, 0);
      }
    },
  };
};
