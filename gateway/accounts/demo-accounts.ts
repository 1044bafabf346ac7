import type { Account } from '../../domain/contracts/account.ts';

/** The county the demo is played in; demo accounts see nothing outside it, the demo's administrator included. */
export const DEMO_COUNTY = 'yunxiu';

const demo = (id: string, name: string, role: Account['role'], scope: Partial<Account> = {}): Account => ({
  id,
  name,
  role,
  county: DEMO_COUNTY,
  mines: [],
  isDemo: true,
  ...scope,
});

/** One for each role, for looking around. They have no password and are nobody where no demo is played. */
export const DEMO_ACCOUNTS: readonly Account[] = [
  demo('demo-official', '县应急管理局·演示', 'county-official'),
  demo('demo-commander', '救援指挥员·演示', 'commander'),
  demo('demo-dispatcher', '调度员·演示', 'dispatcher', { county: null, mines: ['qingshi-iron'] }),
  demo('demo-engineer-qingshi', '青石铁矿工程师·演示', 'mine-engineer', {
    county: null,
    mines: ['qingshi-iron'],
  }),
  demo('demo-engineer-baiyun', '白云石灰岩矿工程师·演示', 'mine-engineer', {
    county: null,
    mines: ['baiyun-limestone'],
  }),
  demo('demo-viewer', '访客·演示', 'viewer'),
  demo('demo-administrator', '管理员·演示', 'administrator'),
];
