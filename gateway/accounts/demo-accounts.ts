import { DEMO_NAMES } from '../../domain/accounts/demo-names.ts';
import type { Account } from '../../domain/contracts/account.ts';

/** The county the demo is played in; demo accounts see nothing outside it, the demo's administrator included. */
export const DEMO_COUNTY = 'yunxiu';

const demo = (id: keyof typeof DEMO_NAMES, role: Account['role'], scope: Partial<Account> = {}): Account => ({
  id,
  name: DEMO_NAMES[id].zh,
  role,
  county: DEMO_COUNTY,
  mines: [],
  isDemo: true,
  ...scope,
});

/** One for each role, for looking around. They have no password and are nobody where no demo is played. */
export const DEMO_ACCOUNTS: readonly Account[] = [
  demo('demo-official', 'county-official'),
  demo('demo-commander', 'commander'),
  demo('demo-dispatcher', 'dispatcher', { county: null, mines: ['qingshi-iron'] }),
  demo('demo-engineer-qingshi', 'mine-engineer', {
    county: null,
    mines: ['qingshi-iron'],
  }),
  demo('demo-engineer-baiyun', 'mine-engineer', {
    county: null,
    mines: ['baiyun-limestone'],
  }),
  // Whom the county has look for hidden hazards writes them for every mine, and closes none.
  demo('demo-surveyor', 'mine-engineer'),
  demo('demo-viewer', 'viewer'),
  demo('demo-administrator', 'administrator'),
];
