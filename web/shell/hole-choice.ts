/** What the column of boreholes shows. */
export interface HoleChoice {
  /** Its open tab; null: the column is closed. */
  readonly holesTab: HolesTab | null;
  /** Holes whose logs stand beside each other, by the ids of log-id.ts, in their order. */
  readonly logs: readonly string[];
  /** What they hang on: `elevation`, `depth`, or `at:` and the key of a contact. */
  readonly hang: string;
  /** Where a virtual hole is sunk, ENU metres. */
  readonly virtualHole: readonly [east: number, north: number] | null;
}

export const HOLES_TABS = ['logs', 'virtual', 'next'] as const;
export type HolesTab = (typeof HOLES_TABS)[number];

export const DEFAULT_HOLES: HoleChoice = { holesTab: null, logs: [], hang: 'elevation', virtualHole: null };
