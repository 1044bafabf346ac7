import { expect } from 'vitest';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { chainStateSchema, type LedgerVersion, ledgerVersionSchema } from '../../domain/contracts/ledger.ts';
import { hazardPageSchema } from '../../domain/contracts/ledger-list.ts';
import { fileForm, type LedgerGateway, type Person } from './ledger-gateway.test-kit.ts';

/** What the tests of the ledger ask of their gateway, which may not have started yet. */
export const askingLedger = (gateway: () => LedgerGateway) => {
  const post = (person: Person | null, mine: string, base: number | null, hazard: Hazard, reason = '登记') =>
    gateway().ask(person, {
      method: 'POST',
      url: `/api/mines/${mine}/hazards`,
      payload: { base, reason, hazard },
    });
  return {
    post,
    written: async (person: Person, base: number | null, hazard: Hazard): Promise<LedgerVersion> => {
      const answer = await post(person, hazard.mine, base, hazard);
      expect(answer.json()).not.toHaveProperty('refusals');
      expect(answer.statusCode).toBe(201);
      return ledgerVersionSchema.parse(answer.json());
    },
    view: async (person: Person, url: string) =>
      hazardPageSchema.parse((await gateway().ask(person, { url })).json()).rows,
    chain: async (mine = 'tiny') =>
      chainStateSchema.parse(
        (await gateway().ask('official', { url: `/api/mines/${mine}/ledger-chain` })).json(),
      ),
    upload: (person: Person, bytes: Buffer, name = '物探.pdf', mine = 'tiny', to = 'attachments') =>
      gateway().ask(person, {
        method: 'POST',
        url: `/api/mines/${mine}/${to}`,
        ...fileForm(bytes, name),
      }),
  };
};
