import type { Evidence, Hazard } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { canonicalJson } from './ledger-chain.ts';
import { outlineRefusals } from './place-refusals.ts';
import { refusal } from './refuser.ts';
import { replacingOf } from './replaced-evidence.ts';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const replacesRefusals = (piece: Evidence, earlier: readonly Evidence[], field: string): LedgerRefusal[] => {
  if (piece.replaces === null) return [];
  const older = earlier.find(({ id }) => id === piece.replaces);
  if (!older) return [refusal('replaces-nothing', field, piece.replaces)];
  return replacingOf(piece, older) === 'cannot' ? [refusal('replaces-otherwise', field, older.id)] : [];
};

/** Evidence is never removed or changed, and a new piece names what is there. @param attachments SHA-256 of the mine's */
export const evidenceRefusals = (
  before: Hazard | null,
  after: Hazard,
  attachments: ReadonlySet<string>,
): LedgerRefusal[] => {
  const refusals: LedgerRefusal[] = [];
  const older = new Map(before?.evidence.map((one) => [one.id, one]) ?? []);
  const seen = new Set<string>();
  for (const [i, piece] of after.evidence.entries()) {
    const field = `evidence.${i}`;
    if (seen.has(piece.id)) refusals.push(refusal('evidence-id-twice', `${field}.id`, piece.id));
    const written = older.get(piece.id);
    if (written) {
      if (!same(written, piece)) refusals.push(refusal('evidence-changed', field, piece.id));
    } else {
      refusals.push(...replacesRefusals(piece, after.evidence.slice(0, i), `${field}.replaces`));
      if (piece.file !== null && !attachments.has(piece.file))
        refusals.push(refusal('file-unknown', `${field}.file`, piece.file));
      refusals.push(...outlineRefusals(null, piece.place, `${field}.place`));
    }
    seen.add(piece.id);
  }
  for (const id of older.keys())
    if (!seen.has(id)) refusals.push(refusal('evidence-removed', 'evidence', id));
  return refusals;
};
