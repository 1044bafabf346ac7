import type { FastifyReply, FastifyRequest } from 'fastify';
import { seesCounty } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { type OutsideMine, outsideRegister, type PlacedMine } from '../../domain/county/outside-register.ts';
import { type Problem, sendProblem } from '../problem.ts';
import type { Counties } from './counties.ts';
import type { CountyBundle } from './county-bundle.ts';
import { type CountyScope, scopeOf } from './county-scope.ts';
import { createKept } from './kept.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** Whose request it is; where it is nobody's the answer is sent and null returned. */
export type AccountOf = (request: FastifyRequest, reply: FastifyReply) => Account | null;

export interface CountyRequest {
  Params: { county: string };
}

/** What every route of a county stands on. */
export interface CountyContext {
  readonly counties: Counties;
  readonly answers: KeptAnswers;
  readonly accountOf: AccountOf;
  readonly clock: () => number;
  /** The mines of a county that an account sees, whether its register lists them or not. */
  readonly minesOf: (account: Account, county: string) => readonly PlacedMine[];
  /** What the reader sees of the county asked for; where that is nothing the answer is sent and null returned. */
  scopeOf(request: FastifyRequest<CountyRequest>, reply: FastifyReply): Promise<CountyScope | null>;
  /** Those of the mines the account sees that the register of the county leaves out: they are in no list of `scope`. */
  outsideOf(account: Account, scope: CountyScope): readonly OutsideMine[];
  /** `scopeOf` of the county that lists a mine, for whoever need not know which; null: none does that the account sees the mine in. */
  scopeOfMine(account: Account, mine: string): Promise<CountyScope | null>;
}

/** The same whether there is no such county or the reader may not know that there is. */
const noCounty = (county: string): Problem => ({
  status: 404,
  title: 'No such county',
  detail: `There is no county "${county}" that this account sees.`,
  mend: 'GET /api/counties lists those it sees.',
});

/** Scopes of so many readers are kept: to find them anew for every tile would look through every feature. */
const MOST_SCOPES = 200;

export const createCountyContext = (
  o: Pick<CountyContext, 'counties' | 'answers' | 'accountOf' | 'clock' | 'minesOf'>,
): CountyContext => {
  const kept = createKept<CountyScope | null>(MOST_SCOPES);
  const seenOf = (account: Account, bundle: CountyBundle): CountyScope | null => {
    const { role, county, mines, isDemo } = account;
    const { catalog } = bundle;
    return kept.get(JSON.stringify([catalog.county, catalog.revision, role, isDemo, county, mines]), () =>
      scopeOf(account, bundle),
    );
  };
  return {
    ...o,
    outsideOf: (account, { bundle }) =>
      outsideRegister(o.minesOf(account, bundle.catalog.county), bundle.mine),
    scopeOfMine: async (account, mine) => {
      for (const county of await o.counties.list()) {
        const scope =
          'bundle' in county && county.bundle.mine.has(mine) ? seenOf(account, county.bundle) : null;
        if (scope?.sees(mine)) return scope;
      }
      return null;
    },
    scopeOf: async (request, reply) => {
      const account = o.accountOf(request, reply);
      if (account === null) return null;
      const { county } = request.params;
      const opened = await o.counties.open(county);
      if (opened && 'broken' in opened && seesCounty(account, county)) {
        sendProblem(reply, {
          status: 503,
          title: 'The county cannot be opened',
          detail: opened.broken,
          mend: 'Build it anew; the files are those that domain/contracts/county.ts describes.',
        });
        return null;
      }
      const bundle = opened && 'bundle' in opened ? opened.bundle : null;
      const scope = bundle && seenOf(account, bundle);
      if (scope) return scope;
      sendProblem(reply, noCounty(county));
      return null;
    },
  };
};
