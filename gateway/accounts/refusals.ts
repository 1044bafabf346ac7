import type { Action } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import type { Problem } from '../problem.ts';

/** Why somebody is not let in. None of them tells whether a mine outside the account's scope exists. */

export const SIGN_IN_FIRST: Problem = {
  status: 401,
  title: 'Not signed in',
  detail: 'Nobody is signed in with this request, or the session has ended.',
  mend: 'Sign in: open / in the browser.',
};
export const FOREIGN_PAGE: Problem = {
  status: 403,
  title: 'Not from a page of this gateway',
  detail:
    'The request comes from a page of another origin, or names this gateway by a name it does not go by.',
  mend: 'Open the app from this gateway; behind another host name, start it with --host-name NAME.',
};
export const NO_SUCH_MINE: Problem = {
  status: 404,
  title: 'No such mine',
  detail: 'There is no such mine for this account.',
  mend: 'GET /api/mines lists those there are; an administrator can widen the account.',
};
export const NO_SUCH_COUNTY: Problem = {
  status: 404,
  title: 'No such county',
  detail: 'There is no such county for this account.',
  mend: 'GET /api/counties lists those there are; an administrator can widen the account.',
};
export const STORE_DOWN: Problem = {
  status: 503,
  title: 'The database does not answer',
  detail: 'Whether this session still holds cannot be told without it.',
  mend: 'Wait for it to come back, or see the gateway’s log.',
};
export const NOT_ALLOWED = ({ id, role }: Account, action: Action): Problem => ({
  status: 403,
  title: 'Not allowed',
  detail: `The account "${id}" has the role ${role}, which may not: ${action}.`,
  mend: 'Sign in with an account of another role, or ask an administrator for one.',
});
export const WRONG_PASSWORD: Problem = {
  status: 401,
  title: 'Not signed in',
  detail: 'The account or its password is wrong.',
  mend: 'Try again; an administrator can give a one-time link to choose a new password.',
};
export const WRONG_OLD_PASSWORD: Problem = {
  status: 422,
  title: 'Not changed',
  detail: 'The old password is wrong.',
  mend: 'Try again; an administrator can give a one-time link to choose a new password.',
};
export const TOO_MANY_TRIES: Problem = {
  status: 429,
  title: 'Too many tries',
  detail: 'Too many passwords were tried for this account or from this address.',
  mend: 'Wait ten minutes, then try again.',
};
export const NO_DEMO: Problem = {
  status: 404,
  title: 'No such demo account',
  detail: 'There is no such demo account here: they exist only while the demo is played.',
  mend: 'Sign in with an account of your own.',
};
export const BAD_LINK: Problem = {
  status: 410,
  title: 'The link is used or past',
  detail: 'A one-time link works once and for a day; this one does not work any more.',
  mend: 'Ask an administrator for another; where none can sign in, start the gateway again: it prints one.',
};
export const NO_SUCH_ACCOUNT: Problem = {
  status: 404,
  title: 'No such account',
  detail: 'There is no account of that id.',
  mend: 'GET /api/accounts lists them.',
};
export const ID_TAKEN: Problem = {
  status: 409,
  title: 'The id is taken',
  detail: 'There is an account of that id already.',
  mend: 'Choose another id, or edit that account.',
};
export const LAST_ADMINISTRATOR: Problem = {
  status: 409,
  title: 'The last administrator',
  detail: 'This is the last administrator who can sign in.',
  mend: 'Make another administrator first, and let them choose a password.',
};
export const FORBIDDEN_SCOPE: Problem = {
  status: 403,
  title: 'Outside the demo',
  detail: 'The demo’s administrator gives no more than the demo: its county and the mines of it.',
  mend: 'Sign in as an administrator of your own.',
};
