import type { PositionMessage, ReadingMessage } from '../../../domain/contracts/live/messages.ts';
import type { Accepted, IntakeSink, Locator, Reject } from '../ports.ts';
import type { IntakeMine } from './intake.ts';

/** A moment by our clock, ms. */
export const NOW = 1_800_000_000_000;

export const MINE: IntakeMine = { mine: 'm1', county: 'c1', silentAfterMs: 30_000, gateways: ['g1'] };

export const positions = (
  o: Partial<PositionMessage> & { readonly seq: number; readonly people?: number },
): PositionMessage => {
  const { people = 2, ...rest } = o;
  const at = NOW + o.seq * 1_000;
  return {
    v: 1,
    boot: 'b1',
    at,
    sent: at,
    synthetic: true,
    tags: Array.from({ length: people }, (_, i) => ({ id: `t${i}`, e: 512_345.678 + i, n: 4_300_000.5 + i })),
    ...rest,
  };
};

export const waterLevel = (o: Partial<ReadingMessage> & { readonly seq: number }): ReadingMessage => {
  const at = NOW + o.seq * 1_000;
  return { v: 1, boot: 'b1', at, sent: at, readings: [{ device: 'w1', values: { level: 3.2 } }], ...o };
};

export const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** Puts easting, northing and height into centimetres as they are. */
export const PLAIN_LOCATOR: Locator = {
  locate: ({ tags }) => ({
    tag: tags.map(({ id }) => id),
    position: Int32Array.from(tags.flatMap(({ e, n, h }) => [e, n, h ?? 0]).map((m) => Math.round(m * 100))),
    heading: new Uint8Array(tags.length),
    state: new Uint8Array(tags.length),
  }),
};

export interface RecordingSink extends IntakeSink {
  readonly shown: Accepted[];
  readonly kept: Accepted[];
  readonly refused: Reject[];
  /** While set, keep() fails with it. */
  failure: Error | null;
  /** While true, keep() waits for `release()`. */
  held: boolean;
  release(): void;
}

export const recordingSink = (): RecordingSink => {
  let waiting: (() => void)[] = [];
  const sink: RecordingSink = {
    shown: [],
    kept: [],
    refused: [],
    failure: null,
    held: false,
    show: (accepted) => void sink.shown.push(accepted),
    async keep(accepted) {
      if (sink.held) await new Promise<void>((go) => waiting.push(go));
      if (sink.failure) throw sink.failure;
      sink.kept.push(accepted);
    },
    refuse: (reject) => void sink.refused.push(reject),
    release() {
      sink.held = false;
      for (const go of waiting) go();
      waiting = [];
    },
  };
  return sink;
};
