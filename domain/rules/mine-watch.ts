import type { RosterEntry } from '../contracts/live/entity.ts';
import type { GatewayState, Reading } from '../contracts/live/viewer.ts';
import { type MineSituation, READING_CURRENT_MINUTES, readingKey } from './mine-situation.ts';
import type { NetworkIndex } from './network-index.ts';
import type { PeopleWatch, Remembered } from './people-watch.ts';

/** A picture with what is remembered of those before it: all a check may look at. */
export interface MineWatch {
  readonly situation: MineSituation;
  readonly people: PeopleWatch;
  readonly network: NetworkIndex | null;
  /** ms; when watching began: what was never heard is not silent before that. */
  readonly startedAt: number;
  /** Watching long enough that whoever is heard at all has been heard: before that, silence is only our own. */
  readonly isWarm: boolean;
  /**
   * Every field gateway that is expected, or has come since the start, is heard and has had time to say where people are.
   * Only then does counting nobody mean that nobody is there.
   */
  readonly seesAll: boolean;
  /** A reading older than this says nothing of now, ms. */
  readonly readingCurrentMs: number;
  /** Handle of a tag in the roster. */
  handleOf(tag: string): number | undefined;
  /** Latest readings of one metric. */
  ofMetric(metric: string): readonly Reading[];
}

export const rosterOf = ({ situation }: MineWatch, { handle }: Remembered): RosterEntry | undefined =>
  situation.roster.get(handle);

/** The person of a tag if the last picture had it. */
export const rememberedOf = (watch: MineWatch, tag: string): Remembered | undefined => {
  const handle = watch.handleOf(tag);
  const person = handle === undefined ? undefined : watch.people.of(handle);
  return person && person.row >= 0 ? person : undefined;
};

/** ms; when the value was true. Late word of an old value is no news, and a clock that runs ahead makes none newer. */
export const trueAt = ({ at, receivedAt }: Reading): number => Math.min(at, receivedAt);

export const isCurrent = ({ situation, readingCurrentMs }: MineWatch, reading: Reading): boolean =>
  situation.time - trueAt(reading) <= readingCurrentMs;

/** The reading if there is one that still says something of now. */
export const currentReading = (watch: MineWatch, device: string, metric: string): Reading | undefined => {
  const reading = watch.situation.readings.get(readingKey(device, metric));
  return reading && isCurrent(watch, reading) ? reading : undefined;
};

/** By then every gateway that works has sent its message of a second many times over. */
const WARM_UP_SECONDS = 60;

/** `lastReceivedAt` is 0 where nothing has come since the start: of one that nobody lists that says nothing. */
const areHeard = (states: readonly GatewayState[], expected: readonly string[]): boolean =>
  states.every(({ silent, lastReceivedAt }) => !silent || lastReceivedAt === 0) &&
  expected.every((id) =>
    states.some(({ gateway, silent, lastReceivedAt }) => gateway === id && !silent && lastReceivedAt > 0),
  );

/** Makes watches of consecutive situations; keeps look-up tables while what they are made of stays the same. */
export const createMineWatch = (o: {
  readonly people: PeopleWatch;
  readonly network: NetworkIndex | null;
  /** Ids of the field gateways that are expected: live.yaml gateways. */
  readonly gateways?: readonly string[];
  readonly readingCurrentMinutes?: number | undefined;
}): ((situation: MineSituation) => MineWatch) => {
  const readingCurrentMs = (o.readingCurrentMinutes ?? READING_CURRENT_MINUTES) * 60_000;
  const expected = o.gateways ?? [];
  let startedAt: number | null = null;
  let handles = new Map<string, number>();
  let handlesOf: MineSituation['roster'] | null = null;
  let handlesSize = -1;
  return (situation) => {
    startedAt ??= situation.time;
    o.people.observe(situation.time, situation.entities, situation.spots, situation.told);
    const isWarm = situation.time - startedAt >= WARM_UP_SECONDS * 1000;
    let byMetric: Map<string, Reading[]> | null = null;
    return {
      situation,
      people: o.people,
      network: o.network,
      startedAt,
      isWarm,
      seesAll: isWarm && areHeard(situation.gateways, expected),
      readingCurrentMs,
      handleOf: (tag) => {
        const { roster } = situation;
        if (handlesOf !== roster || handlesSize !== roster.size) {
          handles = new Map([...roster.values()].map(({ id, handle }) => [id, handle]));
          handlesOf = roster;
          handlesSize = roster.size;
        }
        return handles.get(tag);
      },
      ofMetric: (metric) => {
        if (!byMetric) {
          byMetric = new Map();
          for (const reading of situation.readings.values()) {
            const list = byMetric.get(reading.metric);
            if (list) list.push(reading);
            else byMetric.set(reading.metric, [reading]);
          }
        }
        return byMetric.get(metric) ?? [];
      },
    };
  };
};
