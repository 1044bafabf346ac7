import type { FastifyInstance } from 'fastify';
import type { Guard } from './accounts/guard.ts';
import type { Counties } from './county/counties.ts';
import { addCountyRoutes } from './county/county-routes.ts';
import { createFindOfMine } from './county/found-of-mine.ts';
import { createLedgerOfMines } from './county/ledger-of-mines.ts';
import { liveMineNow } from './county/live-mines.ts';
import type { RuleBooks } from './county/rule-books.ts';
import type { Live } from './live/live.ts';
import { addRegionalPlanRoutes } from './regional-plan/plan-routes.ts';

export interface CountySide {
  readonly guard: Guard;
  readonly counties: Counties;
  readonly books: RuleBooks;
  readonly bundlesRoot: string;
  readonly countiesRoot: string;
  readonly rulesRoot: string;
  readonly live: Live | undefined;
}

/** What a gateway with counties serves beside its mines: their registers, and with a live side their regional plans. */
export const addCountySide = (server: FastifyInstance, o: CountySide): void => {
  const { guard, counties, books, bundlesRoot, countiesRoot, rulesRoot, live } = o;
  // A mine that two registers list is nobody's until one leaves it out: its register's rows are shown, its people are not.
  const hasCounty = (mine: string): boolean => guard.place(mine).county !== null;
  const liveNow = new Map(
    live?.mines.flatMap((mine) => {
      const side = live.side(mine);
      return side ? [[mine, liveMineNow(side)] as const] : [];
    }),
  );
  addCountyRoutes(server, {
    counties,
    accountOf: guard.account,
    hasLedger: live !== undefined,
    minesOf: guard.minesOf,
    clock: Date.now,
    liveOf: (mine) => (hasCounty(mine) ? (liveNow.get(mine) ?? null) : null),
    duties: {
      books,
      bundlesRoot,
      find: createFindOfMine({ live, hasCounty, bundlesRoot, clock: Date.now }),
      ledgerOf: live ? createLedgerOfMines(live.as) : async () => null,
    },
  });
  if (live)
    addRegionalPlanRoutes(server, {
      ...{ guard, counties, books, bundlesRoot, countiesRoot, rulesRoot },
      as: live.as,
      clock: Date.now,
    });
};
