import type { FastifyRequest } from 'fastify';
import type { Action } from '../../domain/accounts/may.ts';

/**
 * Who may use a route. Every route says so in its config, and the server does not start with one that does not:
 *
 *     scope.get('/api/mines/:mine/hazards', { config: ofMine('read') }, handler)
 *
 * The guard answers before the handler runs: 401 without an account, 404 for a mine or county outside the account's scope
 * (as for one that does not exist), 403 for an action its role does not have.
 */
export type Access =
  /** Tells nothing of any mine: the app itself, signing in. */
  | { readonly kind: 'public' }
  /** Any account; the handler leaves out what `guard.sees` does not show. */
  | { readonly kind: 'signed-in' }
  | {
      readonly kind: 'mine';
      readonly action: Action;
      /** The mine it is about; null: none, which is answered as one that does not exist. */
      readonly mine: (request: FastifyRequest) => string | null;
    }
  | { readonly kind: 'county'; readonly action: Action }
  /** The county, or at least one mine of it; the handler leaves out what `guard.sees` does not show. */
  | { readonly kind: 'part-of-county' }
  | { readonly kind: 'accounts' };

export interface AccessConfig {
  readonly access: Access;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

const param =
  (name: string) =>
  (request: FastifyRequest): string | null => {
    const value = (request.params as Record<string, string | undefined>)[name];
    return value === undefined || value === '' ? null : value;
  };

export const PUBLIC: AccessConfig = { access: { kind: 'public' } };
export const SIGNED_IN: AccessConfig = { access: { kind: 'signed-in' } };
/** Managing accounts: administrators. */
export const ACCOUNTS: AccessConfig = { access: { kind: 'accounts' } };

/** Of the mine in the path: `:mine`, or what `mine` makes of the request. */
export const ofMine = (
  action: Action,
  mine: (request: FastifyRequest) => string | null = param('mine'),
): AccessConfig => ({ access: { kind: 'mine', action, mine } });

/** Of the whole county in the path: `:county`. */
export const ofCounty = (action: Action): AccessConfig => ({ access: { kind: 'county', action } });
/** Of `:county`, as far as the account sees it. */
export const PART_OF_COUNTY: AccessConfig = { access: { kind: 'part-of-county' } };

/** The county of a request with PART_OF_COUNTY or ofCounty. */
export const countyOf = (request: FastifyRequest): string => param('county')(request) ?? '';
