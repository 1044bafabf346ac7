import type { EntityFrame } from '../../domain/contracts/live/entity.ts';
import type { MineSide } from './mine-side.ts';
import type { KeptStore, Retention } from './store/store.ts';
import { BEAT_MS } from './viewers/frame-stream.ts';
import type { Viewers } from './viewers/viewers.ts';

export interface BeatOptions {
  readonly sides: readonly MineSide[];
  readonly viewers: Viewers;
  readonly store: Pick<KeptStore, 'keepPicture' | 'maintain'>;
  readonly retention: ReadonlyMap<string, Retention>;
  readonly clock: () => number;
  readonly log: (line: string) => void;
}

/** Rules count in times, not in judgements: that four beats are 40 ms short of a second changes nothing. */
const BEATS_A_JUDGEMENT = Math.round(1000 / BEAT_MS);
const BEATS_A_MINUTE = 60_000 / BEAT_MS;

/**
 * One beat of the gateway: the pictures somebody waits for are taken, judged once a second, and sent. What fails is told to
 * `onFault` and stops nothing else: not the picture of its own mine, not the other mines, not the viewers.
 */
export const beatOnce = (
  { sides, viewers }: Pick<BeatOptions, 'sides' | 'viewers'>,
  beat: number,
  now: number,
  onFault: (what: string, error: unknown) => void,
) => {
  const safely = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      onFault(what, error);
    }
  };
  for (const side of sides) {
    let taken: EntityFrame | null = null;
    const frame = (): EntityFrame => {
      taken ??= side.picture.frame(now);
      return taken;
    };
    if (beat % BEATS_A_JUDGEMENT === 0) safely(`${side.mine} not judged`, () => side.judge(frame()));
    safely(`${side.mine} not shown`, () => side.feed.beat(beat, viewers.watched(side.mine), frame));
  }
  safely('viewers not served', () => viewers.beat(now));
};

/** A fault that stays comes four times a second: it is told when it comes, and when it changes. */
export const faultLog = (log: (line: string) => void): ((what: string, error: unknown) => void) => {
  const told = new Map<string, string>();
  return (what, error) => {
    const why = error instanceof Error ? error.message : String(error);
    if (told.get(what) === why) return;
    told.set(what, why);
    log(`${what}: ${(error as Error).stack ?? why}`);
  };
};

/** Beats a little over four times a second and keeps a whole picture of each mine once a minute. @returns how to stop it */
export const startBeat = (o: BeatOptions): (() => Promise<void>) => {
  let beat = 0;
  const onFault = faultLog(o.log);
  let minute: Promise<unknown> = Promise.resolve();
  /** A store that is away says so in its health; what is kept a minute later is as good. */
  const quietly = (what: string) => (error: Error) => o.log(`${what}: ${error.message}`);
  const everyMinute = async (now: number): Promise<void> => {
    for (const { mine, picture } of o.sides)
      await o.store.keepPicture(mine, picture.kept(now)).catch(quietly(`picture of ${mine} not kept`));
    await o.store.maintain(now, o.retention).catch(quietly('old data not put in order'));
  };
  const timer = setInterval(() => {
    const now = o.clock();
    beatOnce(o, beat++, now, onFault);
    if (beat % BEATS_A_MINUTE === 0) minute = minute.then(() => everyMinute(now));
  }, BEAT_MS);
  return async () => {
    clearInterval(timer);
    await minute;
  };
};
