import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import type { GatewayState, ViewerNews } from '../../../domain/contracts/live/viewer.ts';
import type { AlarmNews } from '../alarms/alarm-log.ts';
import type { LivePicture } from '../picture/picture.ts';
import { createRateFrames, type RateFrames } from './frame-stream.ts';

/** The alarms of a mine as a viewer sees them; `since` with no cursor: everything open. */
export interface AlarmSource {
  since(cursor?: number): AlarmNews;
}

export interface Flow {
  readonly gateways: readonly GatewayState[];
  readonly rejected: Readonly<Record<string, number>>;
  readonly history: 'kept' | 'not-kept';
  readonly historySince: number;
}

/** Everything of one mine that is sent, each thing encoded once however many watch. */
export interface MineFeed {
  readonly mine: string;
  readonly picture: LivePicture;
  readonly alarms: AlarmSource;
  /** Counts up with every change of an alarm, so that nobody has to ask in vain. */
  readonly alarmRevision: number;
  alarmsChanged(): void;
  /** What a viewer gets that has seen everything up to a cursor, as bytes, and the cursor it has seen then. */
  alarmNews(since: number | undefined): AlarmNewsBytes;
  /** Frames for viewers with so many beats between two. */
  frames(beats: number): RateFrames;
  /** The roster news as bytes. */
  roster(): Uint8Array;
  /** How the flow is at a moment, ms, as bytes; worked out at most every FLOW_EVERY_MS. */
  flow(now: number): Uint8Array;
  /** Takes the picture of this beat to all rates that are due and watched. */
  beat(beat: number, watched: ReadonlySet<number>, frame: () => EntityFrame): void;
}

export interface AlarmNewsBytes {
  readonly cursor: number;
  /** Nothing changed after the viewer's cursor. */
  readonly isEmpty: boolean;
  readonly bytes: Uint8Array;
}

/** Cursors whose news are remembered at once: a viewer names any number it likes, and must not fill the memory with them. */
const MOST_CURSORS = 8;
export const FLOW_EVERY_MS = 2_000;

export const asBytes = (news: ViewerNews): Uint8Array => new TextEncoder().encode(JSON.stringify(news));

export const createMineFeed = (o: {
  readonly picture: LivePicture;
  readonly alarms: AlarmSource;
  readonly flow: () => Flow;
}): MineFeed => {
  const { picture } = o;
  const { mine } = picture;
  const rates = new Map<number, RateFrames>();
  let roster: { revision: number; synthetic: boolean; bytes: Uint8Array } | null = null;
  let flow: { until: number; bytes: Uint8Array } | null = null;
  let alarmRevision = 0;
  /** By the cursor asked with, until an alarm changes: nearly all viewers ask with the same. */
  const alarmNews = new Map<number | undefined, AlarmNewsBytes>();
  const frames = (beats: number): RateFrames => {
    const known = rates.get(beats);
    if (known) return known;
    const made = createRateFrames();
    rates.set(beats, made);
    return made;
  };
  return {
    mine,
    picture,
    alarms: o.alarms,
    get alarmRevision() {
      return alarmRevision;
    },
    alarmsChanged: () => {
      alarmRevision++;
      alarmNews.clear();
    },
    alarmNews: (since) => {
      const known = alarmNews.get(since);
      if (known) return known;
      const news = o.alarms.since(since);
      const made = {
        cursor: news.cursor,
        isEmpty: news.alarms.length === 0,
        bytes: asBytes({ type: 'alarms', mine, ...news, alarms: [...news.alarms] }),
      };
      for (const oldest of alarmNews.keys()) {
        if (alarmNews.size < MOST_CURSORS) break;
        alarmNews.delete(oldest);
      }
      alarmNews.set(since, made);
      return made;
    },
    frames,
    roster: () => {
      const { rosterRevision: revision, synthetic, roster: entries, spots } = picture;
      if (roster?.revision !== revision || roster.synthetic !== synthetic) {
        const news = { type: 'roster' as const, mine, synthetic, entities: [...entries], spots: [...spots] };
        roster = { revision, synthetic, bytes: asBytes(news) };
      }
      return roster.bytes;
    },
    flow: (now) => {
      // Where our clock was set back, what was worked out by the old one is old.
      if (!flow || now >= flow.until || now < flow.until - FLOW_EVERY_MS) {
        const { gateways, ...rest } = o.flow();
        const bytes = asBytes({ type: 'flow', mine, time: now, gateways: [...gateways], ...rest });
        flow = { until: now + FLOW_EVERY_MS, bytes };
      }
      return flow.bytes;
    },
    beat: (beat, watched, frame) => {
      // Nobody watches at it any more: a delta from then until now would be as long as a keyframe.
      for (const beats of rates.keys()) if (!watched.has(beats)) rates.delete(beats);
      for (const beats of watched) {
        const rate = frames(beats);
        if (rate.last === null || beat % beats === 0) rate.next(frame());
      }
    },
  };
};
