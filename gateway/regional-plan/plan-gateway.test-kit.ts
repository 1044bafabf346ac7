import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { testAccount as account, startGuardedServer } from '../accounts/guarded-server.test-kit.ts';
import { createCounties } from '../county/counties.ts';
import { createRuleBooks } from '../county/rule-books.ts';
import { TINY_COUNTY, tinyCatalog, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import { DEFAULT_QUOTA } from '../ledger/attachments/attachment-quota.ts';
import { addLedgerRoutes } from '../ledger/ledger-routes.ts';
import type { Database } from '../live/store/connection.ts';
import type { PlanContext } from './plan-context.ts';
import { addRegionalPlanRoutes } from './plan-routes.ts';

const PEOPLE = {
  chief: account('chief', 'county-official', { county: TINY_COUNTY }),
  reader: account('reader', 'viewer', { county: TINY_COUNTY }),
  east: account('east', 'mine-engineer', { mines: ['east'] }),
  lone: account('lone', 'mine-engineer', { mines: ['lone'] }),
  stranger: account('stranger', 'county-official', { county: 'far' }),
} as const;
export type PlanPerson = keyof typeof PEOPLE;

const MINES: Readonly<Record<string, string>> = {
  east: TINY_COUNTY,
  west: TINY_COUNTY,
  south: TINY_COUNTY,
  /** Its register does not list it. */
  lone: TINY_COUNTY,
  away: 'far',
};

const RULES = `hyalite-rules: 1
county: ${TINY_COUNTY}
rules: []
regionalPlan:
  complexHydrogeology:
    - { id: W, criterion: water-holding-goaf, jurisdiction: 演示, clause: 演示, status: demo setting }
`;
const PROJ = '+proj=tmerc +lat_0=0 +lon_0=117 +x_0=500000 +ellps=GRS80 +units=m';

export interface PlanGateway {
  readonly db: Database;
  /** ms since 1970; may be set. */
  now: number;
  readonly as: PlanContext['as'];
  ask(person: PlanPerson | null, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** A gateway of nothing but ledger and plan, with a database of its own, the real guard and a county of three mines. */
export const startPlanGateway = async (): Promise<PlanGateway> => {
  const { db, server, guard, places, folder, folders, as, ask, close } = await startGuardedServer(
    PEOPLE,
    MINES,
  );
  const counties = join(folder, 'counties');
  await writeTinyCounty(counties, { catalog: { survey: { ...tinyCatalog().survey, proj: PROJ } } });
  await writeFile(join(counties, `${TINY_COUNTY}.yaml`), RULES);
  const gateway: PlanGateway = {
    ...{ db, as, ask, close },
    now: Date.parse('2026-11-30T08:00:00+08:00'),
  };
  const opened = createCounties(counties);
  const clock = () => gateway.now;
  const books = createRuleBooks(counties);
  const quota = DEFAULT_QUOTA;
  const ledger = { guard, places, as, clock, folders, quota, counties: opened, books };
  addLedgerRoutes(server, { ...ledger, whole: db, bundlesRoot: folder });
  addRegionalPlanRoutes(server, {
    guard,
    counties: opened,
    books,
    countiesRoot: counties,
    rulesRoot: counties,
    bundlesRoot: folder,
    as,
    clock,
  });
  await server.ready();
  return gateway;
};
