import {
  type HoleGain,
  holeGains,
  type NextHoleQuestion,
} from '../../../../domain/geology/next-hole/rank-next-holes.ts';

export type NextHoleAnswer = { readonly done: number } | { readonly gains: readonly HoleGain[] };

/** Some seconds of work, off the page's thread. */
self.onmessage = ({ data }: MessageEvent<NextHoleQuestion>) => {
  const tell = (answer: NextHoleAnswer): void => self.postMessage(answer);
  tell({ gains: holeGains(data, (done) => done % 10 === 0 && tell({ done })) });
};
