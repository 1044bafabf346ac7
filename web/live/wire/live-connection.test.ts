import { describe, expect, it } from 'vitest';
import {
  createFrameDecoder,
  encodeDelta,
  encodeKeyframe,
} from '../../../domain/contracts/live/frame-codec.ts';
import { testAlarm } from '../alarms/alarms.test-data.ts';
import { testFrame } from '../picture/frames.test-data.ts';
import { backOff, openConnection, type Socket } from './live-connection.ts';
import { testTimers } from './test-timers.test-data.ts';
import type { WorkerReport } from './worker-talk.ts';

class FakeSocket implements Socket {
  binaryType: BinaryType = 'blob';
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: unknown[] = [];
  closed = false;
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  private get self() {
    return this as unknown as WebSocket;
  }
  open() {
    this.onopen?.call(this.self, new Event('open'));
  }
  say(data: unknown) {
    const text = data instanceof Uint8Array ? data.slice().buffer : JSON.stringify(data);
    this.onmessage?.call(this.self, new MessageEvent('message', { data: text }));
  }
  drop() {
    this.onclose?.call(this.self, new CloseEvent('close'));
  }
}

const start = () => {
  const sockets: FakeSocket[] = [];
  const reports: WorkerReport[] = [];
  const { timers, pass } = testTimers();
  const connection = openConnection({
    mine: 'a',
    rate: 1,
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    createDecoder: createFrameDecoder,
    timers,
    random: () => 1,
    report: (report) => reports.push(report),
  });
  const states = () => reports.flatMap((one) => (one.type === 'connection' ? [one.state] : []));
  const ticks = () => reports.flatMap((one) => (one.type === 'frame' ? [one.frame.tick] : []));
  return { sockets, reports, states, ticks, pass, connection };
};

const first = testFrame([{ handle: 1 }, { handle: 2 }], { tick: 1 });
const second = testFrame([{ handle: 1 }], { tick: 2, time: first.time + 1000 });
const third = testFrame([{ handle: 1, spot: 3 }], { tick: 3, time: first.time + 2000 });

describe('the live connection', () => {
  it('subscribes when open and decodes a keyframe and the delta after it', () => {
    const { sockets, states, ticks } = start();
    sockets[0]!.open();
    expect(sockets[0]!.sent).toEqual([{ type: 'subscribe', mine: 'a', rate: 1 }]);
    sockets[0]!.say(encodeKeyframe(first));
    sockets[0]!.say(encodeDelta(first, second));
    expect(states()).toEqual(['connecting', 'open']);
    expect(ticks()).toEqual([1, 2]);
  });

  it('asks for a keyframe where a delta follows a picture it does not hold', () => {
    const { sockets, ticks } = start();
    sockets[0]!.open();
    sockets[0]!.say(encodeKeyframe(first));
    sockets[0]!.say(encodeDelta(second, third));
    expect(sockets[0]!.sent.slice(1)).toEqual([
      { type: 'unsubscribe', mine: 'a' },
      { type: 'subscribe', mine: 'a', rate: 1 },
    ]);
    sockets[0]!.say(encodeKeyframe(third));
    expect(ticks()).toEqual([1, 3]);
  });

  it('comes back by itself and resumes alarms after the last cursor', async () => {
    const { sockets, states, pass } = start();
    sockets[0]!.open();
    sockets[0]!.say({
      type: 'alarms',
      mine: 'a',
      cursor: 41,
      whole: true,
      alarms: [testAlarm(1, { cursor: 41 })],
    });
    sockets[0]!.say({ type: 'alarms', mine: 'a', cursor: 40, whole: false, alarms: [] });
    sockets[0]!.drop();
    expect(states().at(-1)).toBe('waiting');
    await pass(499);
    expect(sockets).toHaveLength(1);
    await pass(1);
    sockets[1]!.open();
    expect(sockets[1]!.sent).toEqual([{ type: 'subscribe', mine: 'a', rate: 1, alarmCursor: 41 }]);
  });

  it('takes a silent line for dead', async () => {
    const { sockets, states, pass } = start();
    sockets[0]!.open();
    sockets[0]!.say({ type: 'hello', protocol: 1, time: 1 });
    await pass(9_900);
    expect(states()).toEqual(['connecting', 'open']);
    await pass(200);
    expect(sockets[0]!.closed).toBe(true);
    expect(states().at(-1)).toBe('waiting');
  });

  it('waits longer after every failure, never beyond 15 s, and never all viewers at once', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backOff(failures, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000,
    ]);
    expect(backOff(50, 0)).toBe(7500);
  });

  it('waits the shortest time again once pictures came', async () => {
    const { sockets, pass } = start();
    sockets[0]!.drop();
    await pass(500);
    sockets[1]!.drop();
    await pass(1000);
    sockets[2]!.open();
    sockets[2]!.say(encodeKeyframe(first));
    sockets[2]!.drop();
    await pass(500);
    expect(sockets).toHaveLength(4);
  });

  it('ignores what it does not understand and what is of another mine', () => {
    const { sockets, reports } = start();
    sockets[0]!.open();
    const before = reports.length;
    sockets[0]!.say({ type: 'poem', mine: 'a' });
    sockets[0]!.say({ type: 'readings', mine: 'b', readings: [] });
    sockets[0]!.say(encodeKeyframe(testFrame([], { mine: 'b' })));
    expect(reports).toHaveLength(before);
  });

  it('stops for good when refused, and when stopped', async () => {
    const { sockets, pass } = start();
    sockets[0]!.open();
    sockets[0]!.say({ type: 'refused', mine: 'a', reason: 'no-live-data' });
    await pass(100_000);
    expect(sockets).toHaveLength(1);
    const other = start();
    other.sockets[0]!.drop();
    other.connection.stop();
    await other.pass(100_000);
    expect(other.sockets).toHaveLength(1);
  });
});
