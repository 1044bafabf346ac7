import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WINDOW_MS = 10 * 60_000;
/** A whole office may share an address. */
const MOST_OF_ADDRESS = 60;
const MOST_FOR_ACCOUNT = 10;

/** How often a password may be tried, from an address and for an account, whether there is such an account or not. */
export interface TryLimits {
  /** Counts a try. @param account null: for none */
  mayTry(request: FastifyRequest, account: string | null): Promise<boolean>;
}

export const addTryLimits = async (server: FastifyInstance): Promise<TryLimits> => {
  await server.register(rateLimit, { global: false });
  const asked = new WeakMap<FastifyRequest, string>();
  const ofAddress = server.createRateLimit({
    max: MOST_OF_ADDRESS,
    timeWindow: WINDOW_MS,
    keyGenerator: ({ ip }) => ip,
  });
  const forAccount = server.createRateLimit({
    max: MOST_FOR_ACCOUNT,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => asked.get(request) ?? '',
  });
  return {
    mayTry: async (request, account) => {
      const byAddress = await ofAddress(request);
      if (!byAddress.isAllowed && byAddress.isExceeded) return false;
      if (account === null) return true;
      asked.set(request, account.toLowerCase());
      const byAccount = await forAccount(request);
      return byAccount.isAllowed || !byAccount.isExceeded;
    },
  };
};
