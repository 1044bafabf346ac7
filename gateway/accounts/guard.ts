import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type Action,
  type MinePlace,
  mayWithCounty,
  mayWithMine,
  seesCounty,
  seesMine,
} from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import type { PlacedMine } from '../../domain/county/outside-register.ts';
import { StoreDown } from '../live/store/store-down.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { type Access, countyOf } from './access.ts';
import type { MinePlaces } from './mine-places.ts';
import type { OwnOrigin } from './own-origin.ts';
import {
  FOREIGN_PAGE,
  NO_SUCH_COUNTY,
  NO_SUCH_MINE,
  NOT_ALLOWED,
  SIGN_IN_FIRST,
  STORE_DOWN,
} from './refusals.ts';

/** Who asks, and what they may: the one place that decides it for every route and every live frame. */
export interface Guard {
  /** Who asks. On every route but PUBLIC ones somebody does. */
  account(request: FastifyRequest): Account;
  /** Which county a mine is of. */
  place(mine: string): MinePlace;
  sees(account: Account, mine: string): boolean;
  seesCounty(account: Account, county: string): boolean;
  /** The mines of a county that an account sees, whoever says that they are of it. */
  minesOf(account: Account, county: string): PlacedMine[];
  may(account: Account, action: Action, mine: string): boolean;
  mayInCounty(account: Account, action: Action, county: string): boolean;
  /** For a mine that is not in the path: where it may not be, the answer is sent and null returned. */
  mine(request: FastifyRequest, reply: FastifyReply, mine: string, action: Action): MinePlace | null;
  /** As `mine`, of a county as a whole. */
  county(request: FastifyRequest, reply: FastifyReply, county: string, action: Action): boolean;
  /** Of a WebSocket: null where it comes from a foreign page or from nobody. @throws StoreDown */
  watcher(headers: IncomingHttpHeaders): Promise<Account | null>;
  /** Holds for every route that is added to `server` afterwards; they are listed in `server.guarded`. */
  protect(server: FastifyInstance): void;
}

/** A route as it was added, with who may use it. */
export interface GuardedRoute {
  readonly method: string;
  /** As Fastify writes it: `/api/mines/:mine/hazards`. */
  readonly url: string;
  readonly access: Access;
}

declare module 'fastify' {
  interface FastifyInstance {
    guarded: readonly GuardedRoute[];
  }
}

/** Who a request is from, by its headers; null: nobody. */
export type Identify = (headers: IncomingHttpHeaders) => Promise<Account | null>;

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

export const createGuard = (o: {
  readonly places: MinePlaces;
  readonly origin: OwnOrigin;
  readonly identify: Identify;
  /** Nobody may do more than read, whatever the role: without accounts (docs/adr/0029-no-database-no-accounts.md). */
  readonly onlyReads?: boolean;
}): Guard => {
  const { places, origin } = o;
  const accounts = new WeakMap<FastifyRequest, Account>();
  const place = (mine: string): MinePlace => places.place(mine);
  const sees = (account: Account, mine: string): boolean => seesMine(account, place(mine));
  const isRefused = (action: Action): boolean => o.onlyReads === true && action !== 'read';
  const may = (account: Account, action: Action, mine: string): boolean =>
    !isRefused(action) && mayWithMine(account, action, place(mine));
  const mayInCounty = (account: Account, action: Action, county: string): boolean =>
    !isRefused(action) && mayWithCounty(account, action, county);

  const ofMine = (account: Account, mine: string | null, action: Action): Problem | null => {
    if (mine === null || !sees(account, mine)) return NO_SUCH_MINE;
    return may(account, action, mine) ? null : NOT_ALLOWED(account, action);
  };
  const ofCounty = (account: Account, county: string, action: Action): Problem | null => {
    if (!seesCounty(account, county)) return NO_SUCH_COUNTY;
    return mayInCounty(account, action, county) ? null : NOT_ALLOWED(account, action);
  };
  const refusal = (account: Account, access: Access, request: FastifyRequest): Problem | null => {
    switch (access.kind) {
      case 'public':
      case 'signed-in':
        return null;
      case 'mine':
        return ofMine(account, access.mine(request), access.action);
      case 'county':
        return ofCounty(account, countyOf(request), access.action);
      case 'part-of-county': {
        const county = countyOf(request);
        const part = places.all().some((one) => one.county === county && sees(account, one.mine));
        return part || seesCounty(account, county) ? null : NO_SUCH_COUNTY;
      }
      case 'accounts':
        return !isRefused('manage-accounts') && account.role === 'administrator'
          ? null
          : NOT_ALLOWED(account, 'manage-accounts');
    }
  };

  const admit = async (request: FastifyRequest): Promise<Problem | null> => {
    const access = request.routeOptions.config.access;
    if (!access) return request.is404 ? null : SIGN_IN_FIRST;
    const isChange = !isRead(request.method);
    const { headers } = request;
    // The page itself is reached from wherever a link to it stands, and whoever signs in elsewhere comes back from there.
    const isOurs = access.kind === 'public' ? origin.isNamed : origin.reaches;
    if (isChange ? !origin.isOwnPage(headers) : !isOurs(headers)) return FOREIGN_PAGE;
    const account = await o.identify(headers);
    if (account) accounts.set(request, account);
    if (access.kind === 'public') return null;
    return account ? refusal(account, access, request) : SIGN_IN_FIRST;
  };

  const account = (request: FastifyRequest): Account => {
    const found = accounts.get(request);
    if (!found) throw new Error(`${request.routeOptions.url} asks for an account but lets in nobody`);
    return found;
  };

  return {
    account,
    place,
    sees,
    seesCounty,
    minesOf: (account, county) =>
      places.all().filter((one) => one.county === county && seesMine(account, one)),
    may,
    mayInCounty,
    mine: (request, reply, mine, action) => {
      const problem = ofMine(account(request), mine, action);
      if (!problem) return place(mine);
      sendProblem(reply, problem);
      return null;
    },
    county: (request, reply, county, action) => {
      const problem = ofCounty(account(request), county, action);
      if (problem) sendProblem(reply, problem);
      return problem === null;
    },
    watcher: async (headers) => (origin.isOwnPage(headers) ? o.identify(headers) : null),
    protect: (server) => {
      const guarded: GuardedRoute[] = [];
      server.decorate('guarded', guarded);
      server.addHook('onRoute', ({ url, method, config }) => {
        if (!config?.access)
          throw new Error(
            `${method} ${url} does not say who may use it: give it config: ofMine('read') or another of gateway/accounts/access.ts`,
          );
        for (const one of [method].flat()) guarded.push({ method: one, url, access: config.access });
      });
      server.addHook('onRequest', async (request, reply) => {
        const problem = await admit(request).catch((error: unknown) => {
          if (error instanceof StoreDown) return STORE_DOWN;
          throw error;
        });
        if (problem) return sendProblem(reply, problem);
      });
    },
  };
};
