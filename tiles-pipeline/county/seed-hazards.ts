import { resolve } from 'node:path';
import type { z } from 'zod';
import type { CountyManifest } from '../../domain/contracts/county-manifest.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import { type LedgerSeed, ledgerSeedSchema } from '../../domain/contracts/ledger.ts';
import { type MajorSeed, majorSeedSchema } from '../../domain/contracts/major-hazard.ts';
import { bodyOf } from '../../domain/major-hazards/write-rules.ts';
import { readBytes } from '../read/file-bytes.ts';
import { fileError, findingAt } from '../read/finding-place.ts';

/** What a demo county begins with, in the order it was written; null where county.yaml names none. */
const readSeed = async <S extends z.ZodType>(
  schema: S,
  o: {
    readonly kind: 'hazards' | 'major-hazards';
    readonly mineOf: (entry: z.output<S>) => string;
    readonly manifest: CountyManifest;
    readonly folder: string;
    readonly mines: ReadonlySet<string>;
    readonly findings: Finding[];
  },
): Promise<z.output<S>[] | null> => {
  const { kind, manifest, folder, mines, findings, mineOf } = o;
  const source = manifest.sources.find((one) => one.kind === kind);
  if (!source) return null;
  const place = { source: source.id ?? kind, file: source.file };
  const text = (await readBytes(resolve(folder, source.file), place)).toString('utf8');
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fileError('file-damaged', place, { params: { reason } }, error);
  }
  if (!Array.isArray(list)) throw fileError('file-damaged', place, { params: { reason: 'not a list' } });
  return list.flatMap((entry, i): z.output<S>[] => {
    const parsed = schema.safeParse(entry);
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      const reason = `${path.join('.')}: ${message}`;
      findings.push(
        findingAt('reject', 'county-hazard-wrong', { ...place, row: i + 1 }, { params: { reason } }),
      );
      return [];
    }
    const value = mineOf(parsed.data);
    if (!mines.has(value)) {
      findings.push(findingAt('reject', 'county-mine-unknown', { ...place, row: i + 1 }, { value }));
      return [];
    }
    return [parsed.data];
  });
};

/** The ledger of hidden hazards a demo county begins with. */
export const seedHazards = (
  manifest: CountyManifest,
  folder: string,
  mines: ReadonlySet<string>,
  findings: Finding[],
): Promise<LedgerSeed | null> =>
  readSeed(ledgerSeedSchema.element, {
    ...{ kind: 'hazards', mineOf: ({ hazard }) => hazard.mine },
    ...{ manifest, folder, mines, findings },
  });

/** The major hazards and monthly surveys a demo county begins with. */
export const seedMajors = (
  manifest: CountyManifest,
  folder: string,
  mines: ReadonlySet<string>,
  findings: Finding[],
): Promise<MajorSeed | null> =>
  readSeed(majorSeedSchema.element, {
    kind: 'major-hazards',
    mineOf: ({ entry }) => bodyOf(entry).mine,
    ...{ manifest, folder, mines, findings },
  });
