import { z } from 'zod';
import { accountSchema } from './account.ts';
import { bilingualSchema } from './bilingual.ts';

/**
 * Signing in and managing accounts over HTTP.
 *
 * GET    /api/session                     sessionSchema: who is signed in here, and how one can sign in
 * POST   /api/session                     signInSchema → sessionSchema; 401 where name or password is wrong, 429 after too many tries
 * POST   /api/session/demo                demoSignInSchema → sessionSchema; 404 where no demo is played
 * DELETE /api/session                     signs out
 * PUT    /api/session/password            changePasswordSchema
 * POST   /api/one-time-link               useLinkSchema → sessionSchema: chooses a password and signs in
 * GET    /api/session/elsewhere?to=/?…    → the OpenID Connect provider, and back to that link signed in
 * GET    /api/accounts                    accountListSchema (administrators, as all below)
 * POST   /api/accounts                    newAccountSchema → madeAccountSchema; 409 where the id is taken
 * PUT    /api/accounts/:id                editAccountSchema → listedAccountSchema; ends its sessions
 * POST   /api/accounts/:id/one-time-link  → oneTimeLinkSchema; ends its sessions, its password is gone
 */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

const typed = z.string().min(1).max(PASSWORD_LENGTH.most);
const chosen = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);

export const signInSchema = z.strictObject({ account: z.string().trim().min(1).max(100), password: typed });
export const demoSignInSchema = z.strictObject({ account: accountSchema.shape.id });
export const changePasswordSchema = z.strictObject({ old: typed, password: chosen });
export const useLinkSchema = z.strictObject({ token: z.string().min(1).max(100), password: chosen });

export const sessionSchema = z.strictObject({
  kind: z
    .enum(['accounts', 'this-machine'])
    .describe('this-machine: there is no database, so no accounts; whoever sits at it reads the bundles'),
  account: accountSchema.nullable(),
  hasPassword: z.boolean().describe('false: it signs in elsewhere, or is a demo account'),
  demo: z.array(accountSchema).describe('entered without a password; empty where no demo is played'),
  elsewhere: z
    .strictObject({
      name: bilingualSchema.describe('as people know it'),
      at: z.string().describe('path to begin at'),
    })
    .nullable()
    .describe('the OpenID Connect provider'),
});
export type Session = z.output<typeof sessionSchema>;

/** Why the identity provider's word was not enough; stands in the fragment of the page one comes back to. */
export const ELSEWHERE_REFUSALS = ['away', 'errand', 'broken', 'no-role', 'taken', 'disabled'] as const;
export type ElsewhereRefusal = (typeof ELSEWHERE_REFUSALS)[number];

const scope = accountSchema.pick({ name: true, role: true, county: true, mines: true });
export const newAccountSchema = scope.extend({ id: accountSchema.shape.id });
export const editAccountSchema = scope.extend({ disabled: z.boolean() });
export type NewAccount = z.output<typeof newAccountSchema>;
export type EditAccount = z.output<typeof editAccountSchema>;

export const listedAccountSchema = accountSchema.extend({
  madeAt: z.number().describe('ms since 1970'),
  disabledAt: z.number().nullable(),
  hasPassword: z.boolean(),
  elsewhere: z.boolean().describe('it signs in with the OpenID Connect provider'),
});
export type ListedAccount = z.output<typeof listedAccountSchema>;
export const accountListSchema = z.strictObject({ accounts: z.array(listedAccountSchema) });

export const oneTimeLinkSchema = z.strictObject({
  path: z.string().describe('path and fragment; the secret stands in the fragment, which no server sees'),
  expiresAt: z.number(),
});
export type OneTimeLink = z.output<typeof oneTimeLinkSchema>;
export const madeAccountSchema = z.strictObject({ account: listedAccountSchema, link: oneTimeLinkSchema });
