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

/** One beat of the gateway: the pictures somebody waits for are taken, judged once a second, and sent. */
export const beatOnce = (
  { sides, viewers }: Pick<BeatOptions, 'sides' | 'viewers'>,
  beat: number,
  now: number,
) => {
  for (const side of sides) {
    let taken: EntityFrame | null = null;
    const frame = (): EntityFrame => {
      taken ??= side.picture.frame(now);
      return taken;
    };
    if (beat % BEATS_A_JUDGEMENT === 0) side.judge(frame());
    side.feed.beat(beat, viewers.watched(side.mine), frame);
  }
  viewers.beat(now);
};

/** Beats a little over four times a second and keeps a whole picture of each mine once a minute. @returns how to stop it */
export const startBeat = (o: BeatOptions): (() => Promise<void>) => {
  let beat = 0;
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
    try {
      beatOnce(o, beat++, now);
    } catch (error) {
      // One mine's fault must not stop the pictures of all others; the next beat tries again.
      o.log(`a beat failed: ${(error as Error).stack}`);
    }
    if (beat % BEATS_A_MINUTE === 0) minute = minute.then(() => everyMinute(now));
  }, BEAT_MS);
  return async () => {
    clearInterval(timer);
    await minute;
  };
};
