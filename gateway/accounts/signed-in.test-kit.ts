import type { Account } from '../../domain/contracts/account.ts';
import type { Live } from '../live/live.ts';
import { sessionCookie } from './session-cookie.ts';

/** Makes an account where there is none of that id, and signs it in. @returns the cookie its requests to `host` carry */
export const signedIn = async (
  { accounts }: Pick<Live, 'accounts'>,
  host: string,
  account: Pick<Account, 'role'> & Partial<Account>,
): Promise<string> => {
  const { role, id = role, name = `测试 ${role}`, county = null, mines = [] } = account;
  if (!(await accounts.find(id))) await accounts.create(null, { id, name, role, county, mines: [...mines] });
  return sessionCookie({ host }, await accounts.sessions.open(id)).split(';')[0]!;
};
