import type { Hazard } from '../../domain/contracts/hazard.ts';
import type { LedgerRefusal, WriteHazard } from '../../domain/contracts/ledger.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import type { PlacesFromMine } from '../../domain/hazards/far-place.ts';
import { newFarPlaces } from '../../domain/hazards/far-place-rules.ts';
import { reasonWithFar } from '../../domain/hazards/far-place-text.ts';
import { type WriteRights, writeRefusals } from '../../domain/hazards/write-rules.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';
import { knownAttachments } from './attachments/attachment-rows.ts';
import { ownEvidence } from './own-evidence.ts';
import { appendVersions, lockChain, type VersionRow, type Writer } from './store/append-version.ts';
import { lastVersion } from './store/read-ledger.ts';

export type Written =
  | { readonly kind: 'written'; readonly row: VersionRow }
  /** `base` is not the last version; null: there is none at all. */
  | { readonly kind: 'conflict'; readonly last: VersionRow | null }
  | { readonly kind: 'refused'; readonly refusals: readonly LedgerRefusal[] };

export const filesOf = (hazards: readonly Hazard[]): string[] => [
  ...new Set(hazards.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? []))),
];

/** Adds a version where nobody wrote meanwhile and the rules of the ledger take it. Whoever writes after waits for it. */
export const writeHazard = async (
  tx: ViewerDatabase,
  mine: string,
  { base, reason, hazard, ...told }: WriteHazard,
  o: {
    readonly by: Writer;
    readonly rights: WriteRights;
    readonly now: number;
    readonly fromMine: PlacesFromMine;
  },
): Promise<Written> => {
  const end = await lockChain(tx, mine);
  const last = await lastVersion(tx, mine, hazard.id);
  if ((last?.number ?? null) !== base) return { kind: 'conflict', last };
  const before = last && (JSON.parse(last.content) as Hazard);
  const { fromMine } = o;
  const whyFar = told.whyFar ?? null;
  const refusals = writeRefusals({
    ...{ mine, before, after: hazard, reason, fromMine, whyFar },
    rights: o.rights,
    today: countyDay(o.now),
    attachments: await knownAttachments(tx, mine, filesOf([hazard])),
    own: await ownEvidence(tx, mine, hazard, before, o.by.account),
  });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const isFar = newFarPlaces({ before, after: hazard, fromMine }).length > 0;
  const because = isFar && whyFar !== null ? reasonWithFar(reason, whyFar) : reason;
  const [row] = await appendVersions(tx, mine, end, [
    { reason: because, hazard: hazard.id, content: hazard, at: o.now, by: o.by },
  ]);
  return { kind: 'written', row: row! };
};
