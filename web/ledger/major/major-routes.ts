import { z } from 'zod';
import {
  type MajorVersion,
  type MajorView,
  majorVersionSchema,
  majorViewSchema,
  type WriteMajor,
} from '../../../domain/contracts/major-hazard.ts';
import { type Fetched, fetchJson } from '../../shell/fetch-json.ts';
import { type LedgerScope, mineBase, onDay, scopeBase } from '../ledger-routes.ts';
import { type VersionWritten, writeVersion } from '../write-version.ts';

/** The gateway's major hazards, as domain/contracts/major-hazard.ts says. Nothing here throws but an abort. */
export const majorRoutes = {
  view: (scope: LedgerScope, on: string | null, signal: AbortSignal): Promise<Fetched<MajorView>> =>
    fetchJson(`${scopeBase(scope)}/major-hazards${onDay(on)}`, majorViewSchema, { signal }),
  versions: (mine: string, subject: string, signal: AbortSignal): Promise<Fetched<MajorVersion[]>> =>
    fetchJson(
      `${mineBase(mine)}/major-hazards/${encodeURIComponent(subject)}/versions`,
      z.array(majorVersionSchema),
      { signal },
    ),
  write: (mine: string, wanted: WriteMajor): Promise<VersionWritten<MajorVersion>> =>
    writeVersion(`${mineBase(mine)}/major-hazards`, wanted, majorVersionSchema),
};
