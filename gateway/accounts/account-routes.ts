import type { FastifyInstance, FastifyRequest } from 'fastify';
import { seesMine } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import {
  editAccountSchema,
  type ListedAccount,
  type NewAccount,
  newAccountSchema,
} from '../../domain/contracts/session.ts';
import { checked, withStore } from '../live/routes/checked.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { ACCOUNTS } from './access.ts';
import type { Accounts } from './accounts.ts';
import type { Guard } from './guard.ts';
import { FORBIDDEN_SCOPE, ID_TAKEN, LAST_ADMINISTRATOR, NO_SUCH_ACCOUNT } from './refusals.ts';

interface AccountRequest {
  Params: { id: string };
}

/** What the demo's administrator may not do: reach over the demo. null: it is within it. */
const demoProblem = (guard: Guard, by: Account, wanted: Omit<NewAccount, 'id'>): Problem | null => {
  if (!by.isDemo) return null;
  const isInside =
    (wanted.county === null || wanted.county === by.county) &&
    wanted.mines.every((mine) => seesMine(by, guard.place(mine)));
  return isInside ? null : FORBIDDEN_SCOPE;
};

/** Managing accounts: domain/contracts/session.ts says what each answers. */
export const addAccountRoutes = (
  server: FastifyInstance,
  { accounts, guard }: { readonly accounts: Accounts; readonly guard: Guard },
): void => {
  /** To the demo's administrator others' accounts do not exist. */
  const shown = (request: FastifyRequest, account: ListedAccount | null): ListedAccount | null =>
    account && (account.isDemo || !guard.account(request).isDemo) ? account : null;

  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    scope.get('/api/accounts', { config: ACCOUNTS }, async (request, reply) => {
      const all = await withStore(reply, () => accounts.list());
      return all ? reply.send({ accounts: all.filter((one) => shown(request, one) !== null) }) : reply;
    });

    scope.post('/api/accounts', { config: ACCOUNTS }, async (request, reply) => {
      const by = guard.account(request);
      const mend = 'Send {"id", "name", "role", "county", "mines"} as JSON.';
      const wanted = checked(newAccountSchema, request.body, reply, mend);
      if (!wanted) return reply;
      const problem = demoProblem(guard, by, wanted);
      if (problem) return sendProblem(reply, problem);
      const made = await withStore(reply, async () => ({ account: await accounts.create(by, wanted) }));
      if (!made) return reply;
      return made.account ? reply.code(201).send(made.account) : sendProblem(reply, ID_TAKEN);
    });

    scope.put<AccountRequest>('/api/accounts/:id', { config: ACCOUNTS }, async (request, reply) => {
      const by = guard.account(request);
      const { id } = request.params;
      const mend = 'Send {"name", "role", "county", "mines", "disabled"} as JSON.';
      const change = checked(editAccountSchema, request.body, reply, mend);
      if (!change) return reply;
      const problem = demoProblem(guard, by, change);
      if (problem) return sendProblem(reply, problem);
      const edited = await withStore(reply, async () => ({
        account: shown(request, await accounts.find(id)) && (await accounts.edit(by, id, change)),
      }));
      if (!edited) return reply;
      if (edited.account === 'last') return sendProblem(reply, LAST_ADMINISTRATOR);
      return edited.account ? reply.send(edited.account) : sendProblem(reply, NO_SUCH_ACCOUNT);
    });

    scope.post<AccountRequest>(
      '/api/accounts/:id/one-time-link',
      { config: ACCOUNTS },
      async (request, reply) => {
        const { id } = request.params;
        const given = await withStore(reply, async () => ({
          link:
            shown(request, await accounts.find(id)) && (await accounts.giveLink(guard.account(request), id)),
        }));
        if (!given) return reply;
        return given.link ? reply.send(given.link) : sendProblem(reply, NO_SUCH_ACCOUNT);
      },
    );
  });
};
