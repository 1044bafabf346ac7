import type { Kysely } from 'kysely';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { evidenceBroughtBy } from '../../domain/hazards/evidence-origin.ts';
import type { Schema } from '../live/store/schema.ts';
import { versionsOfHazard } from './store/read-ledger.ts';

const NONE: ReadonlySet<string> = new Set();

/** What of a hazard's evidence an account brought in; read only where the hazard is closed, for only there it is asked. */
export const ownEvidence = async (
  db: Kysely<Schema>,
  mine: string,
  after: Hazard,
  before: Hazard | null,
  account: string,
): Promise<ReadonlySet<string>> => {
  if (after.state !== 'closed' || before === null || before.state === 'closed') return NONE;
  const rows = (await versionsOfHazard(db, mine, after.id)) ?? [];
  return evidenceBroughtBy(
    account,
    rows.map(({ written_by, content }) => ({
      account: written_by,
      evidence: (JSON.parse(content) as Hazard).evidence,
    })),
  );
};
