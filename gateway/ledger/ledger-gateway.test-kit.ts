import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { testAccount as account, startGuardedServer } from '../accounts/guarded-server.test-kit.ts';
import { createCounties } from '../county/counties.ts';
import { createRuleBooks } from '../county/rule-books.ts';
import { TINY_COUNTY } from '../county/tiny-county.test-data.ts';
import type { Database } from '../live/store/connection.ts';
import { DEFAULT_QUOTA } from './attachments/attachment-quota.ts';
import type { LedgerSetting } from './ledger-context.ts';
import { addLedgerRoutes } from './ledger-routes.ts';

/** A file as a browser's form sends it. */
export const fileForm = (bytes: Uint8Array | string, name: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  payload: Buffer.concat([
    Buffer.from(
      `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n--b--\r\n'),
  ]),
});

/** Everybody who asks the ledger in its tests. */
export const PEOPLE = {
  engineer: account('engineer', 'mine-engineer', { mines: ['tiny'] }),
  official: account('official', 'county-official', { county: 'qingshi' }),
  dispatcher: account('dispatcher', 'dispatcher', { mines: ['tiny'] }),
  viewer: account('viewer', 'viewer', { mines: ['tiny'] }),
  neighbour: account('neighbour', 'mine-engineer', { mines: ['other'] }),
  chief: account('chief', 'county-official', { county: TINY_COUNTY }),
  east: account('east', 'mine-engineer', { mines: ['east'] }),
  writer: account('writer', 'mine-engineer', { mines: ['mine-0'] }),
  stranger: account('stranger', 'county-official', { county: 'far' }),
} as const;
export type Person = keyof typeof PEOPLE;

export const COUNTY_MINES = {
  tiny: 'qingshi',
  other: 'qingshi',
  away: 'far',
  east: TINY_COUNTY,
  west: TINY_COUNTY,
  south: TINY_COUNTY,
  /** Its register does not list it. */
  lone: TINY_COUNTY,
} as const;

export interface LedgerGateway {
  readonly db: Database;
  readonly server: FastifyInstance;
  readonly context: LedgerSetting;
  readonly folder: string;
  /** ms since 1970; may be set. */
  now: number;
  ask(person: Person | null, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** A gateway of nothing but the ledger, with a database of its own and the real guard. */
export const startLedgerGateway = async (
  mines: Readonly<Record<string, string>> = COUNTY_MINES,
): Promise<LedgerGateway> => {
  const { db, server, guard, places, folder, folders, as, ask, close } = await startGuardedServer(
    PEOPLE,
    mines,
  );
  const gateway: LedgerGateway = {
    ...{ db, server, folder, ask, close },
    now: Date.parse('2026-11-30T08:00:00+08:00'),
    context: {
      ...{ guard, places, as, folders, whole: db },
      clock: () => gateway.now,
      quota: { ...DEFAULT_QUOTA },
      counties: createCounties(join(folder, 'counties')),
      bundlesRoot: join(folder, 'bundles'),
      books: createRuleBooks(join(folder, 'rules')),
    },
  };
  addLedgerRoutes(server, gateway.context);
  await server.ready();
  return gateway;
};
