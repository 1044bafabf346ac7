import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import type { RunningRule } from '../../../domain/rules/running-rule.ts';
import type { LiveStore } from '../ports.ts';
import { highestCursor } from './highest-cursor.ts';

/** More open alarms than this nobody answers; the newest matter most and would be among the first read. */
const MOST_OPEN = 100_000;

/**
 * What the store knows of before the start: open alarms, where the numbering stood, and the readings that rules of
 * change look back on.
 * @throws what the store throws; nothing is half loaded then, since seeding twice changes nothing
 */
export const loadAlarms = async (o: {
  readonly store: Pick<LiveStore, 'alarms' | 'readings'>;
  readonly mine: string;
  readonly setup: LiveSetup;
  readonly rules: readonly RunningRule[];
  readonly now: number;
}): Promise<{ readonly alarms: readonly Alarm[]; readonly cursor: number }> => {
  const { store, mine } = o;
  const alarms = await store.alarms({ mine, open: true, limit: MOST_OPEN });
  const atLeast = alarms.reduce((most, { cursor }) => Math.max(most, cursor), 0);
  const cursor = await highestCursor(store, mine, atLeast);
  await seedRules(o);
  return { alarms, cursor };
};

/** What rules of change must know of before they begin. */
export const seedRules = async ({
  store,
  mine,
  setup,
  rules,
  now,
}: {
  readonly store: Pick<LiveStore, 'readings'>;
  readonly mine: string;
  readonly setup: LiveSetup;
  readonly rules: readonly RunningRule[];
  readonly now: number;
}): Promise<void> => {
  for (const { past } of rules) {
    if (!past) continue;
    const kind = past.metric.split('.')[0];
    for (const device of setup.devices.filter((each) => each.kind === kind))
      past.seed(await store.readings(mine, device.id, past.metric, now - past.minutes * 60_000, now));
  }
};
