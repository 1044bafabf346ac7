import { describe, expect, it } from 'vitest';
import type { PositionMessage } from '../../../domain/contracts/live/messages.ts';
import { createStrangers, type StrangersOptions } from './strangers.ts';

const DAY = 86_400_000;
const message = (...tags: (string | [id: string, reader: string])[]): PositionMessage => ({
  ...{ v: 1, boot: 'b', seq: 0, at: 0, sent: 0 },
  tags: tags.map((one) => {
    const [id, reader] = typeof one === 'string' ? [one] : one;
    return { id, e: 0, n: 0, ...(reader ? { reader } : {}) };
  }),
});
const make = (over: Partial<StrangersOptions> = {}) => {
  const strangers = createStrangers({
    registered: new Set(['P-1']),
    readers: new Set(['JZ-1']),
    most: 2,
    forgottenAfterMs: 365 * DAY,
    known: [],
    ...over,
  });
  return (at: number, ...tags: Parameters<typeof message>) => {
    const answer = strangers.admit(message(...tags), at);
    return [answer.message.tags.map(({ id }) => id).join(' '), answer.refused.join(' ')];
  };
};

describe('unregistered tags', () => {
  it('beyond the limit are left out, and the rest of the message is taken', () => {
    const admit = make();
    expect(admit(0, 'X-1', 'P-1', 'X-2', 'X-3', 'X-4')).toEqual(['X-1 P-1 X-2', 'X-3 X-4']);
    expect(admit(1, 'X-2', 'X-1', 'P-1', 'X-3')).toEqual(['X-2 X-1 P-1', 'X-3']);
  });

  it('that a reader of ours heard are taken, now and later, and leave their place to others', () => {
    const admit = make();
    expect(admit(0, 'X-1', 'X-2', ['X-3', 'JZ-1'], ['X-4', 'made-up'])).toEqual(['X-1 X-2 X-3', 'X-4']);
    expect(admit(1, 'X-3', ['X-1', 'JZ-1'], 'X-5', 'X-6')).toEqual(['X-3 X-1 X-5', 'X-6']);
  });

  it('of before the start count; registered ones among them do not', () => {
    const known = [
      ['X-1', 0],
      ['P-1', 0],
    ] as const;
    expect(make({ known })(DAY, 'X-2', 'X-1', 'X-3')).toEqual(['X-2 X-1', 'X-3']);
  });

  it('give their place away once nothing is kept of them, the longest silent first', () => {
    const admit = make();
    admit(0, 'X-1');
    admit(DAY, 'X-2');
    expect(admit(364 * DAY, 'X-3')).toEqual(['', 'X-3']);
    expect(admit(365 * DAY, 'X-3', 'X-4')).toEqual(['X-3', 'X-4']);
    expect(admit(365 * DAY + 1, 'X-2', 'X-1')).toEqual(['X-2', 'X-1']);
  });

  it('that call for help are taken though all places are taken, and stay: so their quiet is heard', () => {
    const strangers = createStrangers({
      ...{ registered: new Set(), readers: new Set(), most: 0, forgottenAfterMs: DAY, known: [] },
    });
    const admit = (id: string, sos: boolean) =>
      strangers.admit({ ...message(), tags: [{ id, e: 0, n: 0, sos }] }, 0).refused.length === 0;
    expect([admit('X-1', false), admit('X-1', true), admit('X-1', false)]).toEqual([false, true, true]);
    let taken = 0;
    for (let n = 0; n < 1_000; n++) if (admit(`Y-${n}`, true)) taken++;
    expect(taken).toBe(499);
  });

  it('cannot grow without bound by a reader that vouches for all', () => {
    const admit = make({ most: 0 });
    let taken = 0;
    for (let n = 0; n < 11_000; n++) if (admit(0, [`X-${n}`, 'JZ-1'])[0] !== '') taken++;
    expect(taken).toBe(10_000);
  });
});
