import { resolve } from 'node:path';
import type { CountyManifest } from '../../domain/contracts/county-manifest.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import { type LedgerSeed, ledgerSeedSchema } from '../../domain/contracts/ledger.ts';
import { readBytes } from '../read/file-bytes.ts';
import { fileError, findingAt } from '../read/finding-place.ts';

type SeedVersion = LedgerSeed[number];

/** The ledger a demo county begins with, in the order it was written; null where county.yaml names none. */
export const seedHazards = async (
  manifest: CountyManifest,
  folder: string,
  mines: ReadonlySet<string>,
  findings: Finding[],
): Promise<LedgerSeed | null> => {
  const source = manifest.sources.find(({ kind }) => kind === 'hazards');
  if (!source) return null;
  const place = { source: source.id ?? 'hazards', file: source.file };
  const text = (await readBytes(resolve(folder, source.file), place)).toString('utf8');
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fileError('file-damaged', place, { params: { reason } }, error);
  }
  if (!Array.isArray(list)) throw fileError('file-damaged', place, { params: { reason: 'not a list' } });
  return list.flatMap((entry, i): SeedVersion[] => {
    const parsed = ledgerSeedSchema.element.safeParse(entry);
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      const reason = `${path.join('.')}: ${message}`;
      findings.push(
        findingAt('reject', 'county-hazard-wrong', { ...place, row: i + 1 }, { params: { reason } }),
      );
      return [];
    }
    if (!mines.has(parsed.data.hazard.mine)) {
      const value = parsed.data.hazard.mine;
      findings.push(findingAt('reject', 'county-mine-unknown', { ...place, row: i + 1 }, { value }));
      return [];
    }
    return [parsed.data];
  });
};
