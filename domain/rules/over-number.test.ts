import { describe, expect, it } from 'vitest';
import { overNumber } from './over-number.ts';
import {
  MINUTE,
  MORNING,
  type TinyPerson,
  tinyGateway,
  tinyPlace,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const place = tinyPlace('face', 100, 30);
const limits = [{ number: 0, place, most: 3 }];
const crew = (n: number, presence: TinyPerson['presence'] = 'fresh'): TinyPerson[] =>
  Array.from({ length: n }, (_, i) => ({ tag: `${presence}${i}`, x: 90 + i, presence: presence! }));

describe('overNumber', () => {
  const judge = (people: readonly TinyPerson[], gateways = [tinyGateway('g', MORNING)]) => {
    const watch = tinyWatcher([place]);
    watch(tinySituation(MORNING - 2 * MINUTE, people, { gateways }));
    return overNumber(watch(tinySituation(MORNING, people, { gateways })), limits);
  };

  it('finds one too many, and not the last allowed one', () => {
    expect(judge(crew(4)).findings).toMatchObject([
      { subject: { type: 'place', id: 'face' }, judged: { value: 4, bound: 3, unit: 'person' } },
    ]);
    expect(judge(crew(3)).findings).toEqual([]);
    expect(judge(crew(3)).denies('face', null)).toBe(true);
  });

  it('counts lost people as unknown beside the number, never as gone', () => {
    const { findings, denies } = judge([...crew(4), ...crew(2, 'lost')]);
    expect(findings[0]!.judged).toEqual({ value: 4, bound: 3, unit: 'person', unknown: 2 });
    expect(denies('face', null)).toBe(false);
  });

  it('knows neither way while the lost ones decide it', () => {
    const { findings, denies } = judge([...crew(2), ...crew(2, 'lost')]);
    expect(findings).toEqual([]);
    expect(denies('face', null)).toBe(false);
  });

  it('does not take an empty picture for an empty place', () => {
    expect(judge([], [tinyGateway('g', MORNING, true)]).denies('face', null)).toBe(false);
    expect(overNumber(tinyWatcher([place])(tinySituation(MORNING)), limits).denies('face', null)).toBe(false);
    expect(judge([]).denies('face', null)).toBe(true);
  });
});
