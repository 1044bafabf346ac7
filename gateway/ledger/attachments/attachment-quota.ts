import { sql } from 'kysely';
import type { ViewerDatabase } from '../../live/store/as-viewer.ts';
import type { Problem } from '../../problem.ts';

/** How much room attachments may take, bytes. */
export interface AttachmentQuota {
  readonly mine: number;
  /** All mines of a county together. */
  readonly county: number;
}

const GIB = 1024 ** 3;

/** Defaults of operation, asked by no rule: some 1 700 scans of 3 MB a mine. */
export const DEFAULT_QUOTA: AttachmentQuota = { mine: 5 * GIB, county: 100 * GIB };

const VARIABLES = {
  mine: 'HYALITE_ATTACHMENTS_A_MINE_GIB',
  county: 'HYALITE_ATTACHMENTS_A_COUNTY_GIB',
} as const;

/**
 * The quota that whoever runs the gateway sets, in GiB.
 * @throws Error where it is no number over nought
 */
export const attachmentQuota = (
  environment: Readonly<Record<string, string | undefined>>,
): AttachmentQuota => {
  const read = (of: keyof AttachmentQuota): number => {
    const text = environment[VARIABLES[of]];
    if (text === undefined || text === '') return DEFAULT_QUOTA[of];
    const value = Number(text);
    if (Number.isFinite(value) && value > 0) return value * GIB;
    throw new Error(
      `${VARIABLES[of]}=${text}: a number of GiB over 0 is expected, like ${DEFAULT_QUOTA[of] / GIB}; left out, that is what holds`,
    );
  };
  return { mine: read('mine'), county: read('county') };
};

/** What is taken already. */
export interface AttachmentUse {
  readonly mine: number;
  readonly county: number;
}

/** Holds the quotas of the mine's county until the transaction ends: of two uploads at once the second counts the first. */
export const lockedUse = async (
  tx: ViewerDatabase,
  mine: string,
  county: string | null,
): Promise<AttachmentUse> => {
  const of = county === null ? `mine ${mine}` : `county ${county}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger_attachment of ${of}`}, 0))`.execute(tx);
  const { rows } = await sql<{ mine_bytes: number; county_bytes: number }>`
    SELECT mine_bytes, county_bytes FROM attachment_use(${mine})`.execute(tx);
  return { mine: Number(rows[0]?.mine_bytes ?? 0), county: Number(rows[0]?.county_bytes ?? 0) };
};

const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 102.4) / 10} MiB`;

/** Why so many bytes more are not taken; null: they fit. */
export const quotaProblem = (use: AttachmentUse, quota: AttachmentQuota, bytes: number): Problem | null => {
  for (const whose of ['mine', 'county'] as const)
    if (use[whose] + bytes > quota[whose])
      return {
        status: 507,
        title: whose === 'mine' ? 'The mine’s attachments are full' : 'The county’s attachments are full',
        detail: `${mib(use[whose])} of ${mib(quota[whose])} are taken; this file has ${mib(bytes)}. Nothing of it was kept.`,
        mend: `Hand in a smaller file, or ask whoever runs the gateway to raise ${VARIABLES[whose]}: what is in the ledger is never taken away.`,
      };
  return null;
};
