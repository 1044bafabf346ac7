import { describe, expect, it } from 'vitest';
import { createSilentReader } from './silent-reader.ts';
import {
  MORNING,
  SECOND,
  subjects,
  type TinyPerson,
  tinyGateway,
  tinyPlace,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const device = (id: string) => ({ id, kind: 'reader', name: id, enu: null });
const reader = tinyPlace('r1', 100, 20);

const run = (
  seconds: number,
  o: { people?: TinyPerson[]; heard?: (time: number) => number; silent?: boolean; gateways?: string[] },
) => {
  const watch = tinyWatcher([reader]);
  const judge = createSilentReader({
    gateways: (o.gateways ?? []).map(device),
    readers: [{ device: device('r1'), number: 0 }],
    seconds: 30,
  });
  let last = judge(watch(tinySituation(MORNING)));
  for (let s = 1; s <= seconds; s++) {
    const time = MORNING + s * SECOND;
    const lastReceivedAt = o.silent ? MORNING : time;
    const situation = tinySituation(time, o.people ?? [], {
      gateways: [tinyGateway('g1', lastReceivedAt, time - lastReceivedAt > 30 * SECOND)],
      readersHeard: new Map(o.heard ? [['r1', o.heard(time)]] : []),
    });
    last = judge(watch(situation));
  }
  return last;
};

describe('createSilentReader', () => {
  it('finds a field gateway that has fallen silent, also one live.yaml does not know', () => {
    const judged = run(31, { silent: true });
    expect(judged.findings).toMatchObject([
      {
        subject: { type: 'device', id: 'g1' },
        judged: { value: 31, bound: 30, unit: 's' },
        since: MORNING + 30 * SECOND,
      },
    ]);
    expect(run(31, {}).denies('g1', null)).toBe(true);
  });

  it('finds one that was never heard, after its time', () => {
    expect(subjects(run(30, { gateways: ['g2'] }))).toEqual([]);
    expect(subjects(run(31, { gateways: ['g2'] }))).toEqual(['g2']);
  });

  it('dates the silence of one that has not come since the start from there, and expects none that nobody lists', () => {
    const watch = tinyWatcher();
    const judge = createSilentReader({ gateways: [device('g1')], readers: [], seconds: 30 });
    const gateways = [tinyGateway('g1', 0, true), tinyGateway('of-last-year', 0, true)];
    judge(watch(tinySituation(MORNING, [], { gateways })));
    const judged = judge(watch(tinySituation(MORNING + 61 * SECOND, [], { gateways })));
    expect(judged.findings).toMatchObject([
      { subject: { id: 'g1' }, judged: { value: 61 }, since: MORNING + 30 * SECOND },
    ]);
    expect(judged.denies('of-last-year', null)).toBe(true);
  });

  it('finds a reader that hears nobody though people are close to it', () => {
    const people = [{ tag: 'a', x: 105 }];
    expect(subjects(run(35, { people }))).toEqual(['r1']);
    expect(subjects(run(35, { people, heard: (time) => time - 5 * SECOND }))).toEqual([]);
    expect(run(35, { people, heard: (time) => time }).denies('r1', null)).toBe(true);
  });

  it('knows nothing of a reader in an empty roadway', () => {
    const judged = run(35, { people: [{ tag: 'a', x: 200 }] });
    expect([subjects(judged), judged.denies('r1', null)]).toEqual([[], false]);
  });
});
