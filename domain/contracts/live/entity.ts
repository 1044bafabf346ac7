/**
 * Moving things as columns, one row an entity: what a frame carries, what the worker holds, what the GPU is given.
 * Positions are whole centimetres in the mine's ENU frame.
 */
export interface EntityColumns {
  readonly count: number;
  /** Stands for the tag while the gateway runs; the roster says whose it is. */
  readonly handle: Uint32Array;
  /** 3 a row: east, north, up, cm. */
  readonly position: Int32Array;
  /** 256 a full turn, clockwise from north. Only where HEADING_KNOWN is set. */
  readonly heading: Uint8Array;
  /** Bits of `ENTITY_STATE`. */
  readonly state: Uint8Array;
  /** Seconds since the position was true (corrected device time), at most MAX_AGE_SECONDS. */
  readonly age: Uint32Array;
  /** Row of the roster's spot table the entity is in; 0 = not known. */
  readonly spot: Uint16Array;
}

export const ENTITY_KINDS = ['person', 'vehicle', 'device'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** fresh → stale (dimmed, age shown) → lost (ring at the last place); unknown: on the roster, never heard. */
export const PRESENCES = ['fresh', 'stale', 'lost', 'unknown'] as const;
export type Presence = (typeof PRESENCES)[number];

export const ENTITY_STATE = {
  /** Index into PRESENCES. */
  PRESENCE_MASK: 0b0000_0011,
  SOS: 0b0000_0100,
  ALARMED: 0b0000_1000,
  HEADING_KNOWN: 0b0001_0000,
  /** The height was not told by the device but taken from the roadway it is in. */
  HEIGHT_GUESSED: 0b0010_0000,
  KIND_SHIFT: 6,
} as const;

export const presenceOf = (state: number): Presence => PRESENCES[state & ENTITY_STATE.PRESENCE_MASK]!;
export const kindOf = (state: number): EntityKind =>
  ENTITY_KINDS[state >> ENTITY_STATE.KIND_SHIFT] ?? 'device';

export const entityState = (o: {
  readonly presence: Presence;
  readonly kind: EntityKind;
  readonly sos?: boolean;
  readonly alarmed?: boolean;
  readonly headingKnown?: boolean;
  readonly heightGuessed?: boolean;
}): number =>
  PRESENCES.indexOf(o.presence) |
  (o.sos ? ENTITY_STATE.SOS : 0) |
  (o.alarmed ? ENTITY_STATE.ALARMED : 0) |
  (o.headingKnown ? ENTITY_STATE.HEADING_KNOWN : 0) |
  (o.heightGuessed ? ENTITY_STATE.HEIGHT_GUESSED : 0) |
  (ENTITY_KINDS.indexOf(o.kind) << ENTITY_STATE.KIND_SHIFT);

/** What is asked of every picture as a whole. */
export interface FrameSummary {
  /** Corners of all placed things, whole centimetres, true ENU; null where there are none. */
  readonly bounds: { readonly min: readonly number[]; readonly max: readonly number[] } | null;
  /** An alarm or a call for help is among them. */
  readonly urgent: boolean;
}

/** One picture of a mine's moving things. */
export interface EntityFrame {
  readonly mine: string;
  /** Counts up by one a picture while the gateway runs. */
  readonly tick: number;
  /** The moment the picture is of, ms since 1970 by the gateway's clock. */
  readonly time: number;
  /** `live` is now; `history` was kept and is shown again. */
  readonly source: 'live' | 'history';
  readonly synthetic: boolean;
  readonly entities: EntityColumns;
  /** Made where the frame was read, so that the page need not look through it; never sent. Grown older it still holds. */
  readonly summary?: FrameSummary;
}

/** Where an entity can be said to be: a roadway, a named place, the surface. Row 0 is always "not known". */
export interface Spot {
  readonly id: string;
  readonly name: string;
  /** The level's name; null on the surface, in shafts and where the survey names none. */
  readonly level: string | null;
  readonly kind: 'unknown' | 'roadway' | 'place' | 'surface';
  /** Whether who is here is underground; null: not known. Left out: by the kind, a place taken as underground. */
  readonly underground?: boolean | null | undefined;
}

/** Whose handle it is. */
export interface RosterEntry {
  readonly handle: number;
  /** The tag's id. */
  readonly id: string;
  readonly kind: EntityKind;
  /** null: a tag nobody is registered for; it is shown all the same. */
  readonly name: string | null;
  readonly team: string | null;
  readonly role: string | null;
  readonly shift: string | null;
}
