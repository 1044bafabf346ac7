import { describe, expect, it } from 'vitest';
import type { ReadingMessage } from '../../../domain/contracts/live/messages.ts';
import { createStrangeDevices } from './strange-devices.ts';

const message = (...devices: string[]): ReadingMessage => ({
  ...{ v: 1, boot: 'b', seq: 0, at: 0, sent: 0 },
  readings: devices.map((device) => ({ device, values: { level: 1 } })),
});
const make = (known: readonly string[] = []) => {
  const devices = createStrangeDevices({ registered: new Set(['SW-1']), most: 2, known });
  return (...ids: string[]) => {
    const answer = devices.admit(message(...ids));
    return [answer.message.readings.map(({ device }) => device).join(' '), answer.refused.join(' ')];
  };
};

describe('devices live.yaml does not list', () => {
  it('beyond the limit are left out, and the rest of the message is taken', () => {
    const admit = make();
    expect(admit('X-1', 'SW-1', 'X-2', 'X-3', 'X-3')).toEqual(['X-1 SW-1 X-2', 'X-3']);
    expect(admit('X-2', 'SW-1', 'X-4')).toEqual(['X-2 SW-1', 'X-4']);
  });

  it('of before the start count; listed ones among them do not', () => {
    expect(make(['X-1', 'SW-1'])('X-2', 'X-1', 'X-3')).toEqual(['X-2 X-1', 'X-3']);
  });
});
