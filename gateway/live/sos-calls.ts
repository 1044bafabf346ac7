import { ENTITY_STATE } from '../../domain/contracts/live/entity.ts';
import type { SosCall } from '../../domain/rules/mine-situation.ts';
import { isNowhere } from './picture/locator.ts';
import type { SpotOfRow } from './picture/spot-of-row.ts';
import type { AcceptedPositions } from './ports.ts';

/**
 * Every press of an emergency button, until it was judged. A picture holds only the newest state of a tag: of a backlog, a
 * late message or a press shorter than a judgement's second it tells nothing, and where a tag is nowhere it has no row at all.
 */
export interface SosCalls {
  note(accepted: AcceptedPositions): void;
  /** By tag. Valid until `judged`. */
  readonly waiting: ReadonlyMap<string, SosCall>;
  judged(): void;
}

export const createSosCalls = (spotOf: SpotOfRow): SosCalls => {
  let waiting = new Map<string, SosCall>();
  const noteOne = ({ located, at: told, receivedAt }: AcceptedPositions, i: number): void => {
    const tag = located.tag[i]!;
    const at = Math.min(told, receivedAt);
    const known = waiting.get(tag);
    const first = Math.min(at, known?.first ?? at);
    if (known && known.at > at) {
      waiting.set(tag, { ...known, first });
      return;
    }
    const [east, north, up] = located.position.subarray(i * 3, i * 3 + 3);
    const guessed = (located.state[i]! & ENTITY_STATE.HEIGHT_GUESSED) !== 0;
    const enu = isNowhere(east!, north!) ? null : ([east! / 100, north! / 100, up! / 100] as const);
    waiting.set(tag, { first, at, enu, spot: enu ? spotOf(...enu, guessed, 0) : 0 });
  };
  return {
    get waiting() {
      return waiting;
    },
    note: (accepted) => {
      const { state } = accepted.located;
      for (let i = 0; i < state.length; i++) if (state[i]! & ENTITY_STATE.SOS) noteOne(accepted, i);
    },
    judged: () => {
      if (waiting.size > 0) waiting = new Map();
    },
  };
};
