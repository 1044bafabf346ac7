import { randomUUIDv7 } from 'node:crypto';
import type { Alarm, Urgency } from '../../../domain/contracts/live/alarm.ts';
import type { EntityColumns, Spot } from '../../../domain/contracts/live/entity.ts';
import type { RuleList } from '../../../domain/contracts/live/rule-list.ts';
import { closeOutOf, isToEscalate } from '../../../domain/rules/escalation.ts';
import type { MineSituation } from '../../../domain/rules/mine-situation.ts';
import { alarmKey, createRuleLatches, type LatchNews } from '../../../domain/rules/rule-latches.ts';
import { ruleList } from '../../../domain/rules/rule-list.ts';
import type { RuleState } from '../../../domain/rules/rule-states.ts';
import { createRunningRules, type RunningRulesOptions } from '../../../domain/rules/running-rules.ts';
import type { LiveStore } from '../ports.ts';
import { acknowledgeAlarm } from './acknowledge-alarm.ts';
import { type AlarmNews, createAlarmLog } from './alarm-log.ts';
import { alarmOfFinding, compareUrgency, refreshedAlarm, risenAlarm } from './alarm-of-finding.ts';
import { type AlarmWriterHealth, createAlarmWriter } from './alarm-writer.ts';
import { loadAlarms, seedRules } from './load-alarms.ts';

export interface AlarmsOptions extends RunningRulesOptions {
  readonly store: Pick<LiveStore, 'putAlarm' | 'alarms' | 'readings'>;
  /** ms since 1970 by the gateway's clock: the moment of an acknowledgement. */
  readonly clock: () => number;
  /** UUID v7 by default. */
  readonly idSource?: () => string;
}

/** `kept` resolves once it is in the store, and rejects where it had to be given up; the alarm is changed at once. */
export type Acknowledged =
  | { readonly outcome: 'acknowledged'; readonly alarm: Alarm; readonly kept: Promise<void> }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'notes-full'; readonly alarm: Alarm };

export interface AlarmsHealth extends AlarmWriterHealth {
  /** Whether what was open before the start is known. Until then it is asked for again once a second or so. */
  readonly loaded: boolean;
  /** Rules whose check failed on the last picture, with why. Nothing they stand for is raised or cleared. */
  readonly broken: readonly { readonly rule: string; readonly why: string }[];
}

/** The alarms of one mine: judged at every tick, numbered, kept, answered. */
export interface Alarms {
  /** Before the first tick: what was open, and where the numbering stood. Never rejects; ticks try it again. */
  load(): Promise<void>;
  /** A kept picture of before the start, oldest first: since when people are underground. Raises nothing. */
  remember(picture: {
    readonly time: number;
    readonly entities: EntityColumns;
    readonly spots: readonly Spot[];
  }): void;
  /** Our clock was set back: times of before it say nothing any more. What stands goes on standing, as after a restart. */
  startAnew(): Promise<void>;
  /**
   * One picture, at most once a second is enough. Never throws. @returns false for a picture that is not newer: it was
   * passed over
   */
  tick(situation: MineSituation): boolean;
  acknowledge(id: string, answer: { readonly by: string; readonly note: string }): Acknowledged;
  /** Everything open, in the order of the queue. */
  queue(): readonly Alarm[];
  /** What a viewer lacks that has seen everything up to `cursor`; without one everything open. */
  since(cursor?: number): AlarmNews;
  /** Told after every tick or answer that changed something. Returns how to stop it. */
  onChange(listener: (alarms: readonly Alarm[], cursor: number) => void): () => void;
  ruleStates(): readonly RuleState[];
  /** All of them, for the screen: domain/contracts/live/rule-list.ts. */
  ruleList(): RuleList;
  /** Tags with an alarm that has not cleared: ENTITY_STATE.ALARMED. */
  alarmedTags(): ReadonlySet<string>;
  health(): AlarmsHealth;
  /** Writes what still waits, once. */
  close(): Promise<void>;
}

/** An alarm that stands is told anew at most so often, however its value moves. */
const REFRESH_MS = 10_000;
/** Milder for so long and then as grave again, it is a new danger: people went out of a place and others came in. */
const EASED_MS = 60_000;
const LOAD_AGAIN_MS = 1_000;
/** Who answers for a second alarm of one thing, raised while the store was away. */
const ITSELF = 'hyalite';

export const createAlarms = (o: AlarmsOptions): Alarms => {
  const { store, clock, idSource = randomUUIDv7, manifest, setup } = o;
  const { mine } = manifest;
  let rules = createRunningRules(o);
  const closeOut = closeOutOf(setup.rules, manifest);
  const log = createAlarmLog();
  const writer = createAlarmWriter((alarm) => store.putAlarm(alarm));
  const listeners = new Set<(alarms: readonly Alarm[], cursor: number) => void>();
  /** Id of the alarm that stands under a finding's key. */
  const standing = new Map<string, string>();
  const refreshedAt = new Map<string, number>();
  /** Since when a finding is milder than its alarm. */
  const easedAt = new Map<string, number>();
  const broken = new Map<string, string>();
  const tooRough = new Map<string, number>();
  let alarmed: Set<string> | null = null;
  let changed: Alarm[] = [];
  let loaded = false;
  let loading: Promise<void> | null = null;
  let loadAgainAt = Number.NEGATIVE_INFINITY;
  let lastTime = Number.NEGATIVE_INFINITY;

  const newLatches = () =>
    createRuleLatches({
      // A call for help ends only when somebody has answered it, however long the tag has been quiet.
      mayClear: (key) => {
        const alarm = log.get(standing.get(key) ?? '');
        return alarm?.kind !== 'sos' || alarm.acknowledged !== null;
      },
      onTooRough: ({ rule }, subjects) => {
        tooRough.set(rule.id, subjects);
      },
      onBroken: ({ rule }, error) => {
        broken.set(rule.id, error instanceof Error ? error.message : String(error));
      },
    });
  let latches = newLatches();

  const put = (alarm: Alarm): { alarm: Alarm; kept: Promise<void> } => {
    const numbered = log.put(alarm);
    changed.push(numbered);
    alarmed = null;
    const kept = writer.put(numbered);
    // Whether anyone waits for it or not, what was given up is counted in the writer's health.
    kept.catch(() => {});
    return { alarm: numbered, kept };
  };
  const tell = (): void => {
    if (changed.length === 0) return;
    const latest = new Map(changed.map((alarm) => [alarm.id, alarm]));
    changed = [];
    for (const listener of listeners) listener([...latest.values()], log.cursor);
  };

  /** Whether a finding is graver than what its alarm was answered for. */
  const hasRisen = (alarm: Alarm, key: string, urgency: Urgency, time: number): boolean => {
    const grown = compareUrgency(urgency, alarm.urgency);
    if (grown > 0) {
      if (!easedAt.has(key)) easedAt.set(key, time);
      return false;
    }
    const since = easedAt.get(key);
    easedAt.delete(key);
    return grown < 0 || (alarm.acknowledged !== null && since !== undefined && time - since >= EASED_MS);
  };

  const take = (news: LatchNews, situation: MineSituation): void => {
    const { time } = situation;
    if (news.type === 'raise') {
      const { key, rule, finding, since } = news;
      const synthetic = situation.synthetic || (situation.isMadeUp?.(finding.subject) ?? false);
      standing.set(
        key,
        put(alarmOfFinding({ id: idSource(), mine, rule, finding, since, closeOut, synthetic })).alarm.id,
      );
      refreshedAt.set(key, time);
      return;
    }
    const alarm = log.get(standing.get(news.key) ?? '');
    if (news.type === 'clear') {
      standing.delete(news.key);
      refreshedAt.delete(news.key);
      easedAt.delete(news.key);
      if (alarm) put({ ...alarm, clearedAt: time });
      return;
    }
    if (!alarm) return;
    const urgency = news.finding.urgency ?? news.rule.urgency;
    // Graver is told at once, whenever the alarm was told last.
    const risen = hasRisen(alarm, news.key, urgency, time) ? risenAlarm(alarm, urgency, time) : null;
    if (!risen && time - (refreshedAt.get(news.key) ?? 0) < REFRESH_MS) return;
    const fresh = refreshedAlarm(risen ?? alarm, news.finding) ?? risen;
    if (!fresh) return;
    refreshedAt.set(news.key, time);
    put(fresh);
  };

  /** What was open before the start joins what was raised since; of two for one thing the older one stands. */
  const join = (stored: readonly Alarm[], cursor: number): void => {
    const running = new Set(rules.rules.map(({ rule }) => rule.id));
    const own = log.open();
    log.advance(cursor);
    for (const alarm of stored) {
      if (log.get(alarm.id)) continue;
      log.restore(alarm);
      if (alarm.clearedAt !== null) continue;
      if (!running.has(alarm.rule.id)) {
        // Nobody judges it any more; it still wants an answer.
        put({ ...alarm, clearedAt: clock() });
        continue;
      }
      const key = alarmKey(alarm);
      const twin = log.get(standing.get(key) ?? '');
      standing.set(key, alarm.id);
      latches.restore(alarm);
      if (!twin) continue;
      const at = clock();
      const answer = { at, by: ITSELF, note: `= ${alarm.id}` };
      put({ ...twin, clearedAt: at, acknowledged: twin.acknowledged ?? answer });
    }
    // What was raised before this was numbered from 1: numbered anew, or viewers who know higher numbers miss it.
    for (const { id } of own) {
      const alarm = log.get(id)!;
      if (alarm.cursor <= cursor) put(alarm);
    }
    alarmed = null;
  };

  const load = (): Promise<void> => {
    if (loaded) return Promise.resolve();
    loading ??= loadAlarms({ store, mine, setup, rules: rules.rules, now: clock() })
      .then(({ alarms, cursor }) => {
        join(alarms, cursor);
        loaded = true;
        tell();
      })
      .catch(() => {
        loadAgainAt = clock() + LOAD_AGAIN_MS;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  };

  return {
    load,
    remember: ({ time, entities, spots }) => rules.people.observe(time, entities, spots),
    startAnew: async () => {
      rules = createRunningRules(o);
      latches = newLatches();
      for (const id of standing.values()) {
        const alarm = log.get(id);
        if (alarm) latches.restore(alarm);
      }
      refreshedAt.clear();
      easedAt.clear();
      lastTime = Number.NEGATIVE_INFINITY;
      await seedRules({ store, mine, setup, rules: rules.rules, now: clock() }).catch(() => {});
    },
    tick: (situation) => {
      const { time } = situation;
      if (!(time > lastTime)) return false;
      lastTime = time;
      if (!loaded && clock() >= loadAgainAt) void load();
      broken.clear();
      tooRough.clear();
      for (const news of latches.step(rules.rules, rules.watch(situation))) take(news, situation);
      for (const alarm of log.open())
        if (isToEscalate(alarm, time, closeOut)) put({ ...alarm, escalatedAt: time });
      writer.run(time);
      tell();
      return true;
    },
    acknowledge: (id, answer) => {
      const alarm = log.get(id);
      if (!alarm) return { outcome: 'unknown' };
      const answered = acknowledgeAlarm(alarm, answer, clock());
      if (!answered) return { outcome: 'notes-full', alarm };
      if (answered === alarm) return { outcome: 'acknowledged', alarm, kept: Promise.resolve() };
      const { alarm: numbered, kept } = put(answered);
      tell();
      return { outcome: 'acknowledged', alarm: numbered, kept };
    },
    queue: () => log.queue(),
    since: (cursor) => log.since(cursor),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ruleStates: () => rules.states,
    ruleList: () => ({
      county: setup.rules.county,
      settingsSource: manifest.settings?.source ?? null,
      rules: ruleList(rules, manifest, { broken, tooRough }),
    }),
    alarmedTags: () => {
      alarmed ??= new Set(
        [...standing.values()].flatMap((id) => {
          const subject = log.get(id)?.subject;
          return subject?.type === 'entity' ? [subject.id] : [];
        }),
      );
      return alarmed;
    },
    health: () => ({
      ...writer.health(),
      loaded,
      broken: [...broken].map(([rule, why]) => ({ rule, why })),
    }),
    close: () => writer.close(),
  };
};
