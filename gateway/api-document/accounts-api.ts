import { z } from 'zod';
import { mineListSchema } from '../../domain/contracts/catalog.ts';
import {
  accountListSchema,
  changePasswordSchema,
  demoSignInSchema,
  editAccountSchema,
  listedAccountSchema,
  madeAccountSchema,
  newAccountSchema,
  oneTimeLinkSchema,
  sessionSchema,
  signInSchema,
  useLinkSchema,
} from '../../domain/contracts/session.ts';
import { type ApiRoutes, BYTES, named } from './api-route.ts';

const session = named('Session', sessionSchema);

/** Signing in, accounts, and what the gateway serves besides. */
export const ACCOUNTS_API: ApiRoutes = {
  'GET /api/openapi.json': { what: 'This document.', answer: named('OpenApi', z.looseObject({})) },
  'GET /api/mines': { what: 'The mines this account sees.', answer: named('MineList', mineListSchema) },
  'GET /bundles/*': { what: 'A file of a mine’s bundle; the first folder is the mine.', answer: BYTES },
  'GET /streams/*': {
    what: 'A playlist or segment of a camera of a mine.',
    answer: 'application/vnd.apple.mpegurl',
  },
  'GET /api/session': { what: 'Who is signed in here, and how one can sign in.', answer: session },
  'POST /api/session': {
    what: 'Signs in with a password. After too many tries: 429.',
    body: named('SignIn', signInSchema),
    answer: session,
  },
  'POST /api/session/demo': {
    what: 'Enters a demo account, where the demo is played.',
    body: named('DemoSignIn', demoSignInSchema),
    answer: session,
  },
  'DELETE /api/session': { what: 'Signs out.', answer: session },
  'PUT /api/session/password': {
    what: 'Changes one’s password and ends one’s other sessions.',
    body: named('ChangePassword', changePasswordSchema),
    answer: session,
  },
  'GET /api/session/elsewhere': {
    what: 'Sends the browser to the OpenID Connect provider.',
    query: z.object({ to: z.string().optional().describe('link of this app to come back to') }),
    status: 302,
  },
  'GET /api/session/elsewhere/back': {
    what: 'Where the provider sends the browser back to.',
    status: 302,
  },
  'POST /api/one-time-link': {
    what: 'Chooses a password with a one-time link, and signs in.',
    body: named('UseLink', useLinkSchema),
    answer: session,
  },
  'GET /api/accounts': { what: 'All accounts.', answer: named('AccountList', accountListSchema) },
  'POST /api/accounts': {
    what: 'Makes an account and a one-time link for it.',
    body: named('NewAccount', newAccountSchema),
    answer: named('MadeAccount', madeAccountSchema),
    status: 201,
  },
  'PUT /api/accounts/:id': {
    what: 'Changes what an account is and sees; its sessions end.',
    body: named('EditAccount', editAccountSchema),
    answer: named('ListedAccount', listedAccountSchema),
  },
  'POST /api/accounts/:id/one-time-link': {
    what: 'A new one-time link; the password is void and the sessions end.',
    answer: named('OneTimeLink', oneTimeLinkSchema),
  },
};
