import { ENTITY_STATE } from '../../../domain/contracts/live/entity.ts';
import type { ReadingKind } from '../../../domain/contracts/live/messages.ts';
import type { AcceptedPositions, AcceptedReadings } from '../ports.ts';

/** Accepted messages for tests and measures, as intake would hand them on. */

/** A tag at a place, cm. */
export interface MadeTag {
  readonly id: string;
  readonly e: number;
  readonly n: number;
  readonly u: number;
  readonly sos?: boolean;
}

interface MadeMessage {
  readonly mine?: string;
  readonly gateway?: string;
  readonly boot?: string;
  readonly seq: number;
  /** Corrected device time, ms. */
  readonly at: number;
  readonly late?: boolean;
}

const base = ({ mine = 'm1', gateway = 'g1', at, late = false }: MadeMessage) => ({
  county: 'c1',
  mine,
  gateway,
  receivedAt: at + 40,
  at,
  skewMs: 0,
  late,
  bytes: 200,
});

export const madePositions = (o: MadeMessage & { readonly tags: readonly MadeTag[] }): AcceptedPositions => ({
  ...base(o),
  kind: 'position',
  message: {
    v: 1,
    boot: o.boot ?? 'b1',
    seq: o.seq,
    at: o.at,
    sent: o.at + 10,
    synthetic: true,
    tags: o.tags.map((tag) => ({ id: tag.id, e: tag.e / 100, n: tag.n / 100, h: tag.u / 100 })),
  },
  located: {
    tag: o.tags.map((tag) => tag.id),
    position: Int32Array.from(o.tags.flatMap((tag) => [tag.e, tag.n, tag.u])),
    heading: Uint8Array.from(o.tags, (tag) => tag.e & 0xff),
    state: Uint8Array.from(o.tags, (tag) => (tag.sos ? ENTITY_STATE.SOS : 0)),
  },
});

export const madeReadings = (
  o: MadeMessage & {
    readonly kind: ReadingKind;
    readonly readings: AcceptedReadings['message']['readings'];
  },
): AcceptedReadings => ({
  ...base(o),
  kind: o.kind,
  message: {
    v: 1,
    boot: o.boot ?? 'b1',
    seq: o.seq,
    at: o.at,
    sent: o.at + 10,
    synthetic: true,
    readings: o.readings,
  },
});
