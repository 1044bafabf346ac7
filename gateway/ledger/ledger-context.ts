import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Action } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import { originMark } from '../../domain/hazards/exchange/origin-mark.ts';
import type { WriteRights } from '../../domain/hazards/write-rules.ts';
import type { Guard } from '../accounts/guard.ts';
import type { MinePlaces } from '../accounts/mine-places.ts';
import { containedFile } from '../contained-file.ts';
import type { Counties } from '../county/counties.ts';
import type { RuleBooks } from '../county/rule-books.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';
import type { Schema } from '../live/store/schema.ts';
import type { AttachmentQuota } from './attachments/attachment-quota.ts';
import type { FileDesk } from './exchange/file-desk.ts';
import type { MineGrounds } from './mine-grounds.ts';
import type { Turns } from './turns.ts';

/** What the ledger's routes stand on. Who may use a route is decided by the guard before they run. */
export interface LedgerContext {
  readonly guard: Pick<Guard, 'account' | 'may' | 'sees' | 'minesOf'>;
  readonly places: MinePlaces;
  /** Reads and writes as an account: of mines it does not see the database has no rows for it. */
  as<T>(account: Pick<Account, 'id'>, work: (tx: ViewerDatabase) => Promise<T>): Promise<T>;
  readonly clock: () => number;
  /** Whoever writes into a chain waits here for it. */
  readonly turns: Turns;
  /** Whoever has a whole chain hashed waits here: it takes a core for seconds. */
  readonly checks: Turns;
  /** Whoever hands in a file waits here, by account: a file is held in memory until it is whole. */
  readonly uploads: Turns;
  /** How many times this gateway wrote into a ledger. */
  readonly writes: { count: number };
  /** Where files of the ledger are made. */
  readonly files: FileDesk;
  readonly folders: LedgerFolders;
  readonly quota: AttachmentQuota;
  /** The database as the gateway itself sees it, every row: for what is kept in memory only, and given out of it by what each reader sees. */
  readonly whole: Kysely<Schema>;
  /** null: the gateway serves no counties. */
  readonly counties: Counties | null;
  readonly bundlesRoot: string;
  /** The counties' rule files; null: none are given. */
  readonly books: RuleBooks | null;
  /** What places are held against. */
  readonly grounds: MineGrounds;
}

/** What the ledger is given; the rest it makes itself. */
export type LedgerSetting = Omit<
  LedgerContext,
  'writes' | 'files' | 'grounds' | 'turns' | 'checks' | 'uploads'
>;

export interface LedgerFolders {
  /** Attachments lie in it under their hashes; nothing else does. */
  readonly attachments: string;
  /** Where uploads lie while they are read. */
  readonly uploads: string;
}

/** The mines of a county that an account sees, in the order of their ids. */
export const minesOfCounty = ({ guard }: LedgerContext, account: Account, county: string): string[] =>
  guard
    .minesOf(account, county)
    .map(({ mine }) => mine)
    .sort();

/** What an account may do with the mine's hazards. */
export const writeRights = ({ guard }: LedgerContext, account: Account, mine: string): WriteRights => {
  const may = (action: Action): boolean => guard.may(account, action, mine);
  return { write: may('write-hazard'), accept: may('accept-hazard'), close: may('close-hazard') };
};

export const mineOf = (request: FastifyRequest): string => (request.params as { mine: string }).mine;

type Origins = Pick<LedgerContext, 'counties' | 'bundlesRoot'>;

/** How what is known of a mine came to be known, as the register of its county says, else its own bundle; null: nobody can tell. */
export const provenanceOf = async (
  { counties, bundlesRoot }: Origins,
  { county, mine }: { readonly county: string | null; readonly mine: string },
): Promise<Provenance | null> => {
  const opened = county === null ? null : ((await counties?.open(county)) ?? null);
  const listed = opened && 'bundle' in opened ? opened.bundle.mine.get(mine) : undefined;
  if (listed) return listed.provenance;
  const file = await containedFile(bundlesRoot, join(mine, 'catalog.json'));
  if (!file) return null;
  try {
    return catalogSchema.parse(JSON.parse(await readFile(file, 'utf8'))).provenance;
  } catch {
    return null;
  }
};

/** What an export says of where what is of each mine comes from; a mine that is not there: nothing. */
export const originMarks = async (
  context: Origins,
  { county, mines }: { readonly county: string | null; readonly mines: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const marks = new Map<string, string>();
  for (const mine of mines) {
    const mark = originMark(await provenanceOf(context, { county, mine }));
    if (mark !== null) marks.set(mine, mark);
  }
  return marks;
};
