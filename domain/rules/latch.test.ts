import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleFinding } from './finding.ts';
import { type LatchEvent, newLatch, stepLatch } from './latch.ts';
import { isBack, passes } from './reading-threshold.ts';

const finding: RuleFinding = {
  subject: { type: 'device', id: 'd', name: null },
  scope: null,
  place: null,
  enu: null,
  judged: null,
  since: null,
};
const times = { raiseAfterSeconds: 5, clearAfterSeconds: 10 };
type Answer = RuleFinding | 'denied' | null;

const run = (answers: readonly Answer[], every = 1, latch = newLatch()): LatchEvent[] =>
  answers.map((answer, i) => stepLatch(latch, answer, i === 0 ? 0 : every, i * every * 1000, times));
const many = (answer: Answer, n: number): Answer[] => Array.from({ length: n }, () => answer);

describe('stepLatch', () => {
  it('raises after it has held, from when it began', () => {
    const latch = newLatch();
    const events = run(many(finding, 6), 1, latch);
    expect(events).toEqual([null, null, null, null, null, 'raise']);
    expect(latch.since).toBe(0);
  });

  it('clears after it was denied for long enough, not by knowing nothing', () => {
    const raised = () => newLatch(true, 0);
    expect(run(many('denied', 12), 1, raised()).indexOf('clear')).toBe(10);
    expect(run(many(null, 10_000), 1, raised())).not.toContain('clear');
  });

  it('takes a gap for one short step, either way', () => {
    // Two pictures ten minutes apart: nobody knows what was between.
    expect(run([finding, finding], 600)).toEqual([null, 'raise']);
    expect(run(['denied', 'denied', 'denied'], 600, newLatch(true, 0))).toEqual([null, null, 'clear']);
    expect(run(['denied', 'denied'], 600, newLatch(true, 0))).toEqual([null, null]);
  });

  it('does not flap: noise around the bound, narrower than the hysteresis, raises at most once and never clears', () => {
    const bound = { op: '>=', value: 24, unit: 'ppm', hysteresis: 2 } as const;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1.99, max: 1.99, noNaN: true }), { maxLength: 400 }),
        (noise) => {
          const events = run(
            noise.map((n) => {
              const value = bound.value + n;
              return passes(value, bound) ? finding : isBack(value, bound) ? 'denied' : null;
            }),
          );
          expect(events.filter((event) => event === 'raise').length).toBeLessThanOrEqual(1);
          expect(events).not.toContain('clear');
        },
      ),
    );
  });

  it('raises and clears in turn, each only after its time, whatever comes', () => {
    const answer = fc.constantFrom<Answer>(finding, 'denied', null);
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 300 }), (answers) => {
        const events = run(answers);
        const told = events.flatMap((event, i) => (event ? [{ event, i }] : []));
        told.forEach(({ event, i }, n) => {
          expect(event).toBe(n % 2 === 0 ? 'raise' : 'clear');
          const wanted = event === 'raise' ? finding : 'denied';
          const needed = event === 'raise' ? times.raiseAfterSeconds : times.clearAfterSeconds;
          // Since the last opposite answer it was seen often enough to add up to its time.
          const opposite = event === 'raise' ? 'denied' : finding;
          const from = answers.lastIndexOf(opposite, i) + 1;
          const seen = answers.slice(from, i + 1).filter((each) => each === wanted).length;
          expect(seen).toBeGreaterThanOrEqual(needed);
        });
      }),
    );
  });
});
