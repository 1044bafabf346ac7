import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from '../../domain/contracts/account.ts';
import { listMines } from '../mines-route.ts';
import type { Identify } from './guard.ts';

/** Whoever sits at this machine, where there is no database to keep accounts in: sees all; the guard lets them only read. */
export const LOCAL_READER: Account = {
  id: 'this-machine',
  name: '本机',
  role: 'administrator',
  county: null,
  mines: [],
  isDemo: false,
};

const wasForwarded = (headers: IncomingHttpHeaders): boolean =>
  ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) => name in headers);

/** A proxy before this gateway brings people from elsewhere: of them nothing is known, so they are nobody. */
export const identifyLocally =
  (reader: Account): Identify =>
  async (headers) =>
    wasForwarded(headers) ? null : reader;

/** Sees only the mines that were made up: for where there should have been accounts. */
export const syntheticReader = async (bundlesRoot: string): Promise<Account> => {
  const mines = (await listMines(bundlesRoot)).filter(
    ({ provenance, broken }) => broken === undefined && provenance === 'synthetic',
  );
  return { ...LOCAL_READER, role: 'viewer', mines: mines.map(({ id }) => id) };
};
