import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { EntityFrame, RosterEntry, Spot } from '../../../domain/contracts/live/entity.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import { isOpen } from '../../../domain/rules/alarm-order.ts';
import { type Flow, readingKey } from '../live-store.ts';
import type { NewsMessage } from '../wire/worker-talk.ts';

/** What is true now, kept apart from what is shown: while the past is shown, the present goes on here. */
export interface Present {
  readonly frame: EntityFrame | null;
  readonly synthetic: boolean;
  readonly roster: ReadonlyMap<number, RosterEntry>;
  readonly spots: readonly Spot[];
  readonly readings: ReadonlyMap<string, Reading>;
  readonly alarms: ReadonlyMap<string, Alarm>;
  readonly alarmsKnown: boolean;
  readonly readingsKnown: boolean;
  readonly flow: Flow | null;
}

export const NO_PRESENT: Present = {
  frame: null,
  synthetic: false,
  roster: new Map(),
  spots: [],
  readings: new Map(),
  alarms: new Map(),
  alarmsKnown: false,
  readingsKnown: false,
  flow: null,
};

/** So many settled alarms stay in the page; older ones are fetched when the history of alarms is opened. */
const SETTLED_KEPT = 500;

const prune = (alarms: Map<string, Alarm>): Map<string, Alarm> => {
  const settled = [...alarms.values()].filter((one) => !isOpen(one));
  if (settled.length <= SETTLED_KEPT) return alarms;
  settled.sort((a, b) => a.cursor - b.cursor);
  for (const { id } of settled.slice(0, settled.length - SETTLED_KEPT)) alarms.delete(id);
  return alarms;
};

/** Changes of alarms; one with a lower cursor than is held came late and changes nothing. */
export const mergeAlarms = (
  held: ReadonlyMap<string, Alarm>,
  changes: readonly Alarm[],
): ReadonlyMap<string, Alarm> => {
  const merged = new Map(held);
  for (const alarm of changes) {
    if ((merged.get(alarm.id)?.cursor ?? -1) <= alarm.cursor) merged.set(alarm.id, alarm);
  }
  return prune(merged);
};

/** The present after one piece of news. Pictures come apart from news. */
export const takeNews = (present: Present, news: NewsMessage): Present => {
  switch (news.type) {
    case 'roster':
      return {
        ...present,
        synthetic: news.synthetic,
        roster: new Map(news.entities.map((entry) => [entry.handle, entry])),
        spots: news.spots,
      };
    case 'readings': {
      const readings = new Map(present.readings);
      for (const reading of news.readings) {
        const key = readingKey(reading.device, reading.metric);
        if ((readings.get(key)?.at ?? Number.NEGATIVE_INFINITY) <= reading.at) readings.set(key, reading);
      }
      return { ...present, readings, readingsKnown: true };
    }
    case 'alarms': {
      // `whole` is everything open: an open alarm not in it is settled by now, though how is not known here.
      const open = news.whole
        ? new Map([...present.alarms].filter(([, one]) => !isOpen(one)))
        : present.alarms;
      return { ...present, alarms: mergeAlarms(open, news.alarms), alarmsKnown: true };
    }
    case 'flow':
      return {
        ...present,
        flow: {
          gateways: news.gateways,
          rejected: news.rejected,
          history: news.history,
          historySince: news.historySince,
        },
      };
    case 'refused':
      return present;
  }
};
