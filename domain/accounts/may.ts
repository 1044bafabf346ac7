import type { Account, Role } from '../contracts/account.ts';

/** What can be done with a mine or a county, besides reading it. */
export const ACTIONS = [
  'read',
  'acknowledge-alarm',
  'hold-history',
  'register-plan',
  'write-hazard',
  'accept-hazard',
  'close-hazard',
  'list-major-hazard',
  'attach-file',
  'import-ledger',
  'write-regional-plan',
  'freeze-regional-plan',
  'manage-accounts',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Least rights: what is not listed is refused. Whoever reports a hazard is not the one who closes it. */
const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  administrator: ['read', 'manage-accounts'],
  'county-official': [
    'read',
    'accept-hazard',
    'close-hazard',
    'list-major-hazard',
    'attach-file',
    'import-ledger',
    'write-regional-plan',
    'freeze-regional-plan',
  ],
  commander: ['read', 'acknowledge-alarm', 'hold-history'],
  dispatcher: ['read', 'acknowledge-alarm', 'hold-history'],
  'mine-engineer': ['read', 'register-plan', 'write-hazard', 'attach-file', 'import-ledger'],
  viewer: ['read'],
};

/** Whether a role has an action at all, within the account's scope. */
export const roleMay = (role: Role, action: Action): boolean => ALLOWED[role].includes(action);

/** A mine with the county whose it is: whose register lists it, else which its live.yaml or its bundle names; null: none, or two registers do. */
export interface MinePlace {
  readonly mine: string;
  readonly county: string | null;
}

type Scope = Pick<Account, 'role' | 'county' | 'mines' | 'isDemo'>;

/** Administrators see everything: they must be able to tell what an account sees. The demo's sees the demo. */
const seesAll = ({ role, isDemo }: Scope): boolean => role === 'administrator' && !isDemo;

export const seesMine = (account: Scope, place: MinePlace): boolean =>
  seesAll(account) ||
  account.mines.includes(place.mine) ||
  (account.county !== null && place.county === account.county);

/** Of a county as a whole: its sites, its pairs of mines, its plan. An account of single mines sees of it only those. */
export const seesCounty = (account: Scope, asked: string): boolean =>
  seesAll(account) || account.county === asked;

export const mayWithMine = (account: Scope, action: Action, place: MinePlace): boolean =>
  seesMine(account, place) && ALLOWED[account.role].includes(action);

export const mayWithCounty = (account: Scope, action: Action, county: string): boolean =>
  seesCounty(account, county) && ALLOWED[account.role].includes(action);
