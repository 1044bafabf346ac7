import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type CheckedHead,
  checkHeadsSchema,
  type LedgerHeads,
  MOST_HEADS,
} from '../../../domain/contracts/ledger-heads.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { createHeadCheck } from '../../../domain/hazards/check-head.ts';
import { headsCsv } from '../../../domain/hazards/kept-heads-file.ts';
import { countyOf, PART_OF_COUNTY } from '../../accounts/access.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { type LedgerContext, minesOfCounty } from '../ledger-context.ts';
import { sha256 } from '../store/append-version.ts';
import { chainOf, keptHeads } from '../store/read-heads.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';

const CSV = 'text/csv; charset=utf-8';

/** The heads of a county's chains all at once, to be kept outside, and held against the ledger again. */
export const addHeadRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, guard } = context;

  const headsOf = async (request: FastifyRequest, reply: FastifyReply): Promise<LedgerHeads | null> => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return null;
    const [account, county, on] = [guard.account(request), countyOf(request), query.on ?? null];
    const mines = minesOfCounty(context, account, county);
    const heads = await withStore(reply, () =>
      as(account, (tx) => keptHeads(tx, mines, on === null ? null : dayEnd(on))),
    );
    return heads && { county, on, takenAt: new Date(clock()).toISOString(), heads };
  };

  scope.get('/api/counties/:county/ledger-heads', { config: PART_OF_COUNTY }, async (request, reply) => {
    const heads = await headsOf(request, reply);
    return heads ? reply.send(heads) : reply;
  });

  scope.get('/api/counties/:county/ledger-heads.csv', { config: PART_OF_COUNTY }, async (request, reply) => {
    const heads = await headsOf(request, reply);
    if (!heads) return reply;
    const name = `ledger-heads-${heads.county}-${(heads.on ?? heads.takenAt).slice(0, 10)}.csv`;
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .type(CSV)
      .send(headsCsv(heads.heads));
  });

  scope.post(
    '/api/counties/:county/ledger-heads/check',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const mend = `Send {"heads": [{"mine", "ledger", "number", "hash"}]}, at most ${MOST_HEADS} at a time, as GET …/ledger-heads gave them.`;
      const asked = checked(checkHeadsSchema, request.body, reply, mend);
      if (!asked) return reply;
      const account = guard.account(request);
      const seen = new Set(minesOfCounty(context, account, countyOf(request)));
      const found = await withStore(reply, async () => {
        const heads: CheckedHead[] = [];
        // One after another: a long chain is read while nobody waits for it.
        const checks = new Map<string, ReturnType<typeof createHeadCheck>>();
        for (const head of asked.heads) {
          const chain = `${head.ledger} ${head.mine}`;
          const check =
            checks.get(chain) ??
            (await context.checks.take(chain, async () =>
              createHeadCheck(
                seen.has(head.mine) ? await as(account, (tx) => chainOf(tx, head.mine, head.ledger)) : [],
                sha256,
              ),
            ));
          checks.set(chain, check);
          heads.push(check(head));
        }
        return heads;
      });
      return found ? reply.send({ checkedAt: new Date(clock()).toISOString(), heads: found }) : reply;
    },
  );
};
