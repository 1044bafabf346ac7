import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../domain/contracts/account.ts';
import {
  changePasswordSchema,
  demoSignInSchema,
  type Session,
  signInSchema,
  useLinkSchema,
} from '../../domain/contracts/session.ts';
import { checked, withStore } from '../live/routes/checked.ts';
import { sendProblem } from '../problem.ts';
import { PUBLIC, SIGNED_IN } from './access.ts';
import type { Accounts } from './accounts.ts';
import type { Guard, Identify } from './guard.ts';
import { poorPassword } from './poor-password.ts';
import { BAD_LINK, NO_DEMO, TOO_MANY_TRIES, WRONG_OLD_PASSWORD, WRONG_PASSWORD } from './refusals.ts';
import { noCookie, sessionCookie, tokenOf } from './session-cookie.ts';

/** Without accounts there is only this to say (docs/adr/0029-no-database-no-accounts.md). */
export const addMachineSessionRoute = (server: FastifyInstance, reader: Account): void => {
  server.get('/api/session', { config: PUBLIC }, (_request, reply) => {
    const session: Session = {
      kind: 'this-machine',
      account: reader,
      hasPassword: false,
      demo: [],
      elsewhere: null,
    };
    return reply.header('cache-control', 'no-store').send(session);
  });
};

/** Signing in and out: domain/contracts/session.ts says what each answers. */
export const addSessionRoutes = async (
  server: FastifyInstance,
  o: {
    readonly accounts: Accounts;
    readonly guard: Guard;
    readonly identify: Identify;
    readonly elsewhere?: Session['elsewhere'];
  },
): Promise<void> => {
  const { accounts, guard } = o;
  const { sessions, tries } = accounts;
  const answer = async (account: Account | null): Promise<Session> => ({
    kind: 'accounts',
    account,
    hasPassword: account !== null && (await accounts.hasPassword(account.id)),
    demo: [...accounts.demo],
    elsewhere: o.elsewhere ?? null,
  });
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    account: Account,
  ): Promise<FastifyReply> => {
    const before = tokenOf(request.headers);
    if (before !== null) await sessions.close(before);
    reply.header('set-cookie', sessionCookie(request.headers, await sessions.open(account.id)));
    return reply.send(await answer(account));
  };

  /** Does what costs a try, for an account or none, where one is left. */
  const tried = async (
    request: FastifyRequest,
    reply: FastifyReply,
    account: string | null,
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const answered = await withStore(reply, async () =>
      (await tries.mayTry(request.ip, account)) ? work() : sendProblem(reply, TOO_MANY_TRIES),
    );
    return answered ?? reply;
  };

  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    scope.get('/api/session', { config: PUBLIC }, async (request, reply) => {
      const told = await withStore(reply, async () => answer(await o.identify(request.headers)));
      return told ? reply.send(told) : reply;
    });

    scope.post('/api/session', { config: PUBLIC }, async (request, reply) => {
      const mend = 'Send {"account": "id", "password": "text"} as JSON.';
      const given = checked(signInSchema, request.body, reply, mend);
      if (!given) return reply;
      return tried(request, reply, given.account, async () => {
        const account = await accounts.signIn(given.account, given.password);
        if (!account) return sendProblem(reply, WRONG_PASSWORD);
        await tries.succeeded(request.ip, account.id);
        return enter(request, reply, account);
      });
    });

    scope.post('/api/session/demo', { config: PUBLIC }, async (request, reply) => {
      const given = checked(demoSignInSchema, request.body, reply, 'Send {"account": "id"} as JSON.');
      if (!given) return reply;
      return tried(request, reply, null, async () => {
        const known = accounts.demo.some(({ id }) => id === given.account);
        const account = known ? await accounts.find(given.account) : null;
        if (!account?.isDemo || account.disabledAt !== null) return sendProblem(reply, NO_DEMO);
        const { id, name, role, county, mines, isDemo } = account;
        return enter(request, reply, { id, name, role, county, mines, isDemo });
      });
    });

    scope.delete('/api/session', { config: PUBLIC }, async (request, reply) => {
      const token = tokenOf(request.headers);
      const answered = await withStore(reply, async () => {
        if (token !== null) await sessions.close(token);
        return reply.header('set-cookie', noCookie(request.headers)).send(await answer(null));
      });
      return answered ?? reply;
    });

    scope.put('/api/session/password', { config: SIGNED_IN }, async (request, reply) => {
      const account = guard.account(request);
      const mend = 'Send {"old": "text", "password": "text"} as JSON.';
      const given = checked(changePasswordSchema, request.body, reply, mend);
      if (!given) return reply;
      const poor = poorPassword(given.password, account.id);
      if (poor) return sendProblem(reply, poor);
      return tried(request, reply, account.id, async () => {
        const token = tokenOf(request.headers) ?? '';
        const changed = await accounts.changePassword(account.id, given.old, given.password, token);
        return changed ? reply.send(await answer(account)) : sendProblem(reply, WRONG_OLD_PASSWORD);
      });
    });

    scope.post('/api/one-time-link', { config: PUBLIC }, async (request, reply) => {
      const mend = 'Send {"token": "text", "password": "text"} as JSON.';
      const given = checked(useLinkSchema, request.body, reply, mend);
      if (!given) return reply;
      return tried(request, reply, null, async () => {
        // Before the link is spent.
        const id = await accounts.linkOf(given.token);
        const poor = id === null ? null : poorPassword(given.password, id);
        if (poor) return sendProblem(reply, poor);
        const account = await accounts.enterByLink(given.token, given.password);
        return account ? enter(request, reply, account) : sendProblem(reply, BAD_LINK);
      });
    });
  });
};
