import { z } from 'zod';

/**
 * Who may do what. An account has one role and a scope: a county, or some mines. Outside its scope nothing can be read, by any
 * route. What a role may do is a table in domain/accounts/may.ts, enforced by the gateway's routes and again by the database.
 */
export const ROLES = [
  'administrator',
  'county-official',
  'commander',
  'dispatcher',
  'mine-engineer',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

export const accountSchema = z.strictObject({
  id: id.describe('what one signs in with'),
  name: z.string().trim().min(1).max(200),
  role: z.enum(ROLES),
  county: id.nullable().describe('every mine of this county; null: only `mines`'),
  mines: z.array(id).max(1000).describe('mines besides those of `county`'),
  isDemo: z.boolean().describe('made for the demo; said on every screen'),
});
export type Account = z.output<typeof accountSchema>;
