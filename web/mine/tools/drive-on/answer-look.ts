import type { DriveAnswer } from '../../../../domain/contracts/drive-on.ts';

interface AnswerLook {
  /** "#rrggbb": apart from red, orange, yellow and blue, which mean warning levels. */
  readonly colour: string;
  /** Strokes and gaps in the scene, metres: colour is never the only sign. */
  readonly stroke: number;
  readonly gap: number;
}

/** How an answer looks in the scene; the panel's strips have the same colours with patterns of their own. */
export const ANSWER_LOOKS: Readonly<Record<DriveAnswer, AnswerLook>> = {
  drive: { colour: '#2f9e6e', stroke: Infinity, gap: 0 },
  'probe-first': { colour: '#8a63d2', stroke: 5, gap: 2.5 },
  unknown: { colour: '#8b97a3', stroke: 1.2, gap: 2 },
  stop: { colour: '#c2255c', stroke: Infinity, gap: 0 },
};
