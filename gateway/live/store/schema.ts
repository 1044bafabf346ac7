import type { Generated } from 'kysely';
import type { Role } from '../../../domain/contracts/account.ts';
import type { LedgerTables } from '../../ledger/store/ledger-tables.ts';
import type { RegionalPlanTables } from '../../regional-plan/store/plan-tables.ts';

/** The tables of migrations/, as Kysely knows them. int8 comes as a number: every one of ours is below 2^53. */
export interface Schema extends LedgerTables, RegionalPlanTables {
  mine: {
    id: Generated<number>;
    name: string;
    newest_picture: number | null;
    archived_to: number | null;
  };
  gateway: { id: Generated<number>; mine: number; name: string };
  tag: { id: Generated<number>; mine: number; name: string };
  series: { id: Generated<number>; mine: number; device: string; metric: string };
  seen_message: { gateway: number; boot: string; seqs: string; newest_at: number | null };
  position_frame: {
    mine: number;
    second: number;
    part: number;
    tag: Buffer;
    place: Buffer;
    heading: Buffer;
    state: Buffer;
    offset_ms: Buffer;
    gateway: number[];
    tags_of_message: number[];
    skew_ms: number[];
    /** Where one of them does not fit into int4: all of them. */
    skew_long: number[] | null;
    received_at: number[];
    synthetic: boolean[];
    lacking: string | null;
  };
  picture: {
    mine: number;
    time: number;
    tag: Buffer;
    at: Buffer;
    place: Buffer;
    heading: Buffer;
    state: Buffer;
  };
  reading: { series: number; at: number; received_at: number; value: number; synthetic: boolean };
  alarm: {
    id: string;
    mine: string;
    cursor: number;
    raised_at: number;
    cleared_at: number | null;
    open: boolean;
    body: string;
  };
  reject: {
    id: Generated<number>;
    mine: number | null;
    reason: string;
    topic: string;
    client: string;
    received_at: number;
    head: Buffer;
    bytes: number;
    detail: string;
  };
  incident_hold: {
    id: string;
    mine: number;
    from_time: number;
    to_time: number | null;
    held_by: string;
    reason: string;
    made_at: number;
    released_at: number | null;
    released_by: string | null;
  };
  as_built_plan: {
    id: string;
    mine: number;
    title: string;
    survey_date: string | null;
    revision: string;
    made_at: number;
    made_by: string;
    features: Buffer;
    scan_sha256: string | null;
    scan_type: string | null;
    scan_bytes: number | null;
    scan_by: string | null;
    scan_at: number | null;
  };
  tag_return: {
    mine: number;
    tag: string;
    at: number;
    by_account: string;
    by_name: string;
    note: string;
  };
  archive_hour: {
    mine: number;
    hour: number;
    /** null: thrown away, while an older one is held. */
    file: string | null;
    positions: number;
    bytes: number;
    stale: boolean;
    broken: string | null;
  };
  account: {
    id: string;
    name: string;
    role: Role;
    county: string | null;
    mines: string[];
    is_demo: boolean;
    password: string | null;
    subject: string | null;
    made_at: number;
    disabled_at: number | null;
  };
  account_session: { token_sha256: Buffer; account: string; made_at: number; expires_at: number };
  one_time_link: { token_sha256: Buffer; account: string; expires_at: number };
  sign_in_try: { of_sha256: Buffer; since: number; tries: number };
  sign_in_place: { account: string; address_sha256: Buffer; last_at: number };
  account_event: {
    id: Generated<number>;
    at: number;
    by_account: string | null;
    account: string;
    what: string;
    detail: string;
  };
  mine_place: { mine: string; county: string | null };
}
