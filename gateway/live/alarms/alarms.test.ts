import { describe, expect, it } from 'vitest';
import { type Alarm, alarmSchema } from '../../../domain/contracts/live/alarm.ts';
import {
  MORNING,
  SECOND,
  type TinyPerson,
  tinyDevice,
  tinyMine,
  tinyReading,
  tinySituation,
  tinyWorkPlace,
} from '../../../domain/rules/tiny-rule-mine.test-kit.ts';
import { createAlarms } from './alarms.ts';
import { countingIds, memoryAlarmStore } from './memory-alarm-store.test-kit.ts';

const RULES = [
  { id: 'SOS', check: 'sos', urgency: 'sos', raiseAfterSeconds: 0, clearAfterSeconds: 30 },
  { id: 'LOST', check: 'lost-underground', raiseAfterSeconds: 0 },
  {
    id: 'CO_24',
    check: 'reading-threshold',
    metric: 'air.co',
    op: '>=',
    value: 24,
    unit: 'ppm',
    hysteresis: 1,
  },
];
const COUNTY = { by: 'same-day', jurisdiction: '济宁', clause: 'JN矿 9(4)', status: 'source document' };
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A mine whose clock is the pictures'; `start` again on the same store is a restart. */
const scene = (memory = memoryAlarmStore()) => {
  let now = MORNING;
  const nextId = countingIds();
  const { manifest, setup, network } = tinyMine(
    { devices: [tinyDevice('s1', 'air', 100)], settings: { source: '矿长', escalateMinutesBefore: 60 } },
    RULES,
    COUNTY,
  );
  const start = () => {
    const alarms = createAlarms({
      ...{ manifest, setup, network },
      mine: { type: 'underground-metal', state: 'producing', seesWorkPlaces: true },
      store: memory.store,
      clock: () => now,
      idSource: nextId,
    });
    const told: Alarm[] = [];
    alarms.onChange((changed) => told.push(...changed));
    const tick = async (seconds: number, people: readonly TinyPerson[], co = 5) => {
      for (let s = 0; s < seconds; s++) {
        now += SECOND;
        alarms.tick(tinySituation(now, people, { readings: [tinyReading('s1', 'air.co', co, now)] }));
      }
      await settle();
    };
    return { alarms, tick, told };
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { ...memory, start, now: () => now, wait };
};
const person = (more: Partial<TinyPerson> = {}): TinyPerson => ({ tag: 'a', x: 250, ...more });

describe('createAlarms', () => {
  it('wants a new answer when people come into a blind place that was answered for while empty', async () => {
    const devices = [tinyDevice('c1', 'camera', 100)];
    const blind = { id: 'BLIND', check: 'work-place-blind', raiseAfterSeconds: 0 };
    const { manifest, setup, network } = tinyMine({ devices, workPlaces: [tinyWorkPlace('face', 100, 30)] }, [
      blind,
    ]);
    const mine = { type: 'underground-metal', state: 'producing', seesWorkPlaces: true } as const;
    let now = MORNING;
    const { store, rows } = memoryAlarmStore();
    const alarms = createAlarms({ manifest, setup, network, mine, store, clock: () => now });
    const coverage = new Map([['face', ['c1']]]);
    const tick = (seconds: number, x: number) => {
      for (const end = now + seconds * SECOND; now < end; ) {
        now += SECOND;
        const readings = [tinyReading('c1', 'camera.online', false, now)];
        alarms.tick(tinySituation(now, [person({ x })], { readings, coverage }));
      }
      return alarms.queue();
    };
    const [empty] = tick(5, 250);
    expect(empty).toMatchObject({ urgency: 'notice', acknowledged: null });
    alarms.acknowledge(empty!.id, { by: '王', note: '无人' });
    const first = { at: now, by: '王', note: '无人' };
    const entered = { at: now + SECOND, from: 'notice', acknowledged: first };
    expect(tick(1, 100)).toMatchObject([
      { id: empty!.id, urgency: 'alarm', acknowledged: null, risen: [entered] },
    ]);
    alarms.acknowledge(empty!.id, { by: '李', note: '已撤出' });
    // In and out at the edge of a place is no new danger; who comes in a minute later is.
    for (const x of [250, 100]) expect(tick(20, x)).toMatchObject([{ acknowledged: { by: '李' } }]);
    tick(70, 250);
    const [again] = tick(1, 100);
    const answers = again!.risen!.map(({ from, acknowledged }) => [from, acknowledged?.by]);
    expect([again!.acknowledged, ...answers]).toEqual([null, ['notice', '王'], ['alarm', '李']]);
    await settle();
    expect(alarmSchema.parse(rows.get(empty!.id)).risen).toHaveLength(2);
  });

  it('goes on judging when our clock is set back; what stands stands, and clears by what is seen then', async () => {
    const { start, wait } = scene();
    const { alarms, tick } = start();
    await tick(20, [], 30);
    expect(alarms.queue()).toHaveLength(1);
    wait(-3_600_000);
    alarms.startAnew();
    await tick(20, [], 30);
    expect(alarms.queue()).toHaveLength(1);
    await tick(400, [], 5);
    expect(alarms.queue()[0]!.clearedAt).not.toBeNull();
  });

  it('clears what was said of a tag once that was handed back', async () => {
    const { start, now } = scene();
    const { alarms, tick } = start();
    await alarms.load();
    await tick(20, [person({ presence: 'lost', age: 100 })]);
    await tick(400, [person({ presence: 'lost', age: 500 })]);
    expect(alarms.queue()).toMatchObject([{ kind: 'lost-underground', clearedAt: null }]);
    for (let s = 1; s <= 400; s++)
      alarms.tick({ ...tinySituation(now() + s * SECOND, []), isReturned: (tag) => tag === 'a' });
    expect(alarms.queue()[0]?.clearedAt ?? null).not.toBeNull();
  });

  it('marks an alarm as made up by what it is about, not by what else is in the mine', async () => {
    const { start, now } = scene();
    const { alarms } = start();
    await alarms.load();
    for (let s = 1; s <= 20; s++)
      alarms.tick({
        ...tinySituation(now() + s * SECOND, [
          person({ tag: 'real', sos: true }),
          person({ sos: true, x: 10 }),
        ]),
        synthetic: false,
        isMadeUp: ({ id }) => id === 'a',
      });
    const marks = alarms.queue().map(({ subject, synthetic }) => [subject.id, synthetic]);
    expect(Object.fromEntries(marks)).toEqual({ real: false, a: true });
  });

  it('raises one alarm of the contract, with the rule and both numbers, and clears it', async () => {
    const { start, now, rows } = scene();
    const { alarms, tick, told } = start();
    await alarms.load();
    await tick(20, [person()], 30);
    const [alarm] = alarms.queue();
    expect(alarmSchema.parse(alarm)).toMatchObject({
      kind: 'reading-threshold',
      rule: { id: 'CO_24', status: 'test' },
      judged: { value: 30, bound: 24, unit: 'ppm' },
      raisedAt: MORNING + SECOND,
      subject: { type: 'device', id: 's1', name: 's1' },
      clearedAt: null,
      closeBy: Date.parse('2026-06-02T00:00+08:00'),
    });
    await tick(20, [person()], 23.5);
    expect(alarms.queue()[0]!.clearedAt).toBeNull();
    await tick(20, [person()], 5);
    expect(alarms.queue()).toMatchObject([{ id: alarm!.id, acknowledged: null }]);
    expect(alarms.queue()[0]!.clearedAt).toBeGreaterThan(now() - 15 * SECOND);
    expect(alarms.acknowledge(alarm!.id, { by: '王', note: '通风' }).outcome).toBe('acknowledged');
    await settle();
    expect(alarms.queue()).toEqual([]);
    expect(told.map(({ cursor }) => cursor)).toEqual([1, 2, 3]);
    expect([...rows.values()]).toMatchObject([{ id: alarm!.id, cursor: 3, acknowledged: { by: '王' } }]);
  });

  it('keeps a call for help until the tag is quiet and somebody has answered, in whichever order', async () => {
    const { start } = scene();
    const { alarms, tick } = start();
    await tick(3, [person({ sos: true })]);
    const { id } = alarms.queue()[0]!;
    await tick(3600, [person({ sos: true, presence: 'lost', age: 3600 })]);
    await tick(60, [person()]);
    expect(alarms.queue()).toMatchObject([{ kind: 'lost-underground' }, { id, clearedAt: null }].reverse());
    alarms.acknowledge(id, { by: '王', note: '' });
    await tick(1, [person()]);
    expect(alarms.queue().some((alarm) => alarm.id === id)).toBe(false);
    await tick(3, [person({ sos: true })]);
    const again = alarms.queue()[0]!;
    expect([again.kind, again.id === id]).toEqual(['sos', false]);
    alarms.acknowledge(again.id, { by: '王', note: '' });
    await tick(25, [person()]);
    expect(alarms.alarmedTags().has('a')).toBe(true);
    await tick(10, [person()]);
    expect(alarms.alarmedTags().has('a')).toBe(false);
  });

  it('raises nothing twice over a restart, and counts on where it stood', async () => {
    const s = scene();
    const first = s.start();
    await first.alarms.load();
    await first.tick(10, [person({ sos: true })], 30);
    const before = first.alarms.queue().map(({ id }) => id);
    await first.alarms.close();
    s.wait(600 * SECOND);
    const second = s.start();
    await second.alarms.load();
    expect(second.alarms.queue().map(({ id }) => id)).toEqual(before);
    await second.tick(20, [person({ sos: true })], 30);
    expect([second.told, second.alarms.queue().map(({ id }) => id)]).toEqual([[], before]);
    // What ends after the restart ends the alarm of before it.
    await second.tick(20, [person({ sos: true })], 5);
    expect(second.told).toMatchObject([{ kind: 'reading-threshold', cursor: 3 }]);
    expect(before).toContain(second.told[0]!.id);
    expect(second.alarms.since(2)).toMatchObject({ cursor: 3, whole: false });
  });

  it('shows alarms while the store is away, and writes them when it is back', async () => {
    const s = scene();
    s.state.isDown = true;
    const { alarms, tick, told } = s.start();
    await alarms.load();
    await tick(10, [person({ sos: true })], 30);
    expect(told).toHaveLength(2);
    const answered = alarms.acknowledge(alarms.queue()[0]!.id, { by: '王', note: '来了' });
    await tick(5, [person({ sos: true })], 30);
    expect([s.rows.size, alarms.health().loaded]).toEqual([0, false]);
    expect(alarms.health().waiting).toBe(2);
    s.state.isDown = false;
    await tick(3, [person({ sos: true })], 30);
    await tick(3, [person({ sos: true })], 30);
    expect(answered.outcome === 'acknowledged' && (await answered.kept)).toBeUndefined();
    expect([...s.rows.values()].map(({ kind }) => kind).sort()).toEqual(['reading-threshold', 'sos']);
    expect([...s.rows.values()].find(({ kind }) => kind === 'sos')?.acknowledged?.note).toBe('来了');
    expect(alarms.health()).toMatchObject({ waiting: 0, givenUp: 0, problem: null, loaded: true });
  });

  it('joins what it raised while the store was away at its start with what stood before', async () => {
    const s = scene();
    const first = s.start();
    await first.tick(3, [person({ sos: true })]);
    await first.alarms.close();
    const stood = first.alarms.queue()[0]!;
    s.state.isDown = true;
    const second = s.start();
    await second.alarms.load();
    await second.tick(20, [person({ sos: true })], 30);
    s.state.isDown = false;
    await second.tick(3, [person({ sos: true })], 30);
    await second.tick(3, [person({ sos: true })], 30);
    // One call for help, and it is the one people know; the other alarm is numbered after all stored ones.
    expect(second.alarms.queue().map(({ id, kind }) => [id === stood.id, kind])).toEqual([
      [true, 'sos'],
      [false, 'reading-threshold'],
    ]);
    expect(second.alarms.queue()[1]!.cursor).toBeGreaterThan(stood.cursor);
    const twin = [...s.rows.values()].find(({ kind, id }) => kind === 'sos' && id !== stood.id);
    expect(twin).toMatchObject({ acknowledged: { by: 'hyalite', note: `= ${stood.id}` } });
    expect(twin!.clearedAt).not.toBeNull();
    expect(second.alarms.since(stood.cursor).alarms.map(({ kind }) => kind)).toContain('reading-threshold');
  });

  it('clears what no rule judges any more, but does not hide it', async () => {
    const memory = memoryAlarmStore();
    const s = scene(memory);
    const first = s.start();
    await first.tick(10, [], 30);
    await first.alarms.close();
    const [row] = memory.rows.values();
    memory.rows.set(row!.id, { ...row!, rule: { ...row!.rule, id: 'REPEALED' } });
    const second = s.start();
    await second.alarms.load();
    expect(second.alarms.queue()).toMatchObject([{ id: row!.id, clearedAt: s.now(), acknowledged: null }]);
  });

  it('escalates once when the same day nears its end', async () => {
    const s = scene();
    const { alarms, tick, told } = s.start();
    await tick(3, [person({ sos: true })]);
    s.wait(14.9 * 3_600_000);
    await tick(1, [person({ sos: true })]);
    expect(alarms.queue()[0]!.escalatedAt).toBeNull();
    s.wait(0.2 * 3_600_000);
    await tick(3, [person({ sos: true })]);
    expect(told.filter(({ escalatedAt }) => escalatedAt !== null)).toHaveLength(1);
  });

  it('passes over pictures that are not newer, and knows no alarm it never had', async () => {
    const s = scene();
    const { alarms, tick, told } = s.start();
    await tick(1, [person()]);
    // Whoever holds presses of a button for it must know that they were not judged.
    expect(alarms.tick(tinySituation(s.now(), [person({ sos: true })]))).toBe(false);
    expect(alarms.tick(tinySituation(s.now() - 5000, [person({ sos: true })]))).toBe(false);
    expect(told).toEqual([]);
    const calls = new Map([['a', { first: s.now() - 900, at: s.now() - 900, enu: null, spot: 0 }]]);
    expect(alarms.tick(tinySituation(s.now() + SECOND, [person()], { calls }))).toBe(true);
    expect(told).toMatchObject([{ kind: 'sos', raisedAt: s.now() - 900, clearedAt: null }]);
    expect(alarms.acknowledge('nobody', { by: '王', note: '' })).toEqual({ outcome: 'unknown' });
  });
});
