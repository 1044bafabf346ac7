import type { EntityDetail } from '../../../domain/contracts/live/entity-detail.ts';
import type { PositionTag } from '../../../domain/contracts/live/messages.ts';
import type { AcceptedPositions } from '../ports.ts';

/** What a frame has no room for, row by row of the picture; updated in place. */
export interface TagDetails {
  note(row: number, tag: PositionTag, message: AcceptedPositions): void;
  /**
   * @param inside null: not known, which changes nothing
   * @param at ms; null: inside since a time that is not known
   */
  noteUnderground(row: number, inside: boolean | null, at: number | null): void;
  /** null: not underground as far as is known; `at` null: since when is not known. */
  underground(row: number): { readonly at: number | null } | null;
  /** Whether it was underground when last placed; null: it was never placed under or above ground. */
  inside(row: number): boolean | null;
  /** As of the table: those after it move up by one. */
  remove(row: number): void;
  /** @param row undefined: registered, never heard */
  of(tag: string, row: number | undefined, at: number | null): EntityDetail;
}

interface Detail {
  gateway: string | null;
  reader: string | null;
  receivedAt: number | null;
  skewMs: number | null;
  accuracy: number | null;
  battery: number | null;
  /** null: neither underground nor outside was seen yet. */
  inside: boolean | null;
  enteredAt: number | null;
}

const nothing = (): Detail => ({
  gateway: null,
  reader: null,
  receivedAt: null,
  skewMs: null,
  accuracy: null,
  battery: null,
  inside: null,
  enteredAt: null,
});

export const createTagDetails = (): TagDetails => {
  const rows: Detail[] = [];
  const detailOf = (row: number): Detail => {
    rows[row] ??= nothing();
    return rows[row];
  };
  return {
    note: (row, tag, message) => {
      const detail = detailOf(row);
      detail.gateway = message.gateway;
      detail.reader = tag.reader ?? null;
      detail.receivedAt = message.receivedAt;
      detail.skewMs = message.skewMs;
      detail.accuracy = tag.acc ?? null;
      detail.battery = tag.bat ?? null;
    },
    noteUnderground: (row, inside, at) => {
      if (inside === null) return;
      const detail = detailOf(row);
      // Who is underground when first seen came in before: at a time nobody here knows.
      if (inside && detail.inside === false) detail.enteredAt = at;
      if (!inside) detail.enteredAt = null;
      detail.inside = inside;
    },
    underground: (row) => (rows[row]?.inside ? { at: rows[row].enteredAt } : null),
    inside: (row) => rows[row]?.inside ?? null,
    remove: (row) => {
      rows.splice(row, 1);
    },
    of: (tag, row, at) => {
      const { inside: _, ...detail } = (row === undefined ? undefined : rows[row]) ?? nothing();
      return { tag, at, ...detail };
    },
  };
};
