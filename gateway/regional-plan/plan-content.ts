import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Language } from '../../domain/contracts/bilingual.ts';
import type {
  PlanChange,
  PlanDocument,
  PlanText,
  RegionalPlan,
} from '../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../domain/drawing/drawing.ts';
import type { Schema } from '../live/store/schema.ts';
import { planFile } from './store/plan-versions.ts';

/** Everything a frozen version shows, as it was then; nothing of it is composed anew. */
export interface PlanContent {
  readonly format: 'hyalite-regional-plan-content/1';
  readonly plan: RegionalPlan;
  readonly texts: readonly PlanText[];
  readonly changes: readonly PlanChange[];
  readonly document: PlanDocument;
  readonly figures: Readonly<Record<Language, readonly (readonly [string, Drawing])[]>>;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

export const packContent = (content: PlanContent): Promise<Buffer> => packed(JSON.stringify(content));

/** @returns null: the county has no such version. @throws PlanFileChanged */
export const readContent = async (
  db: Kysely<Schema>,
  county: string,
  version: string,
): Promise<PlanContent | null> => {
  const file = await planFile(db, county, version, 'content', '');
  // Written by us and held against its hash: it is what it was.
  return file && (JSON.parse((await unpacked(file.bytes)).toString('utf8')) as PlanContent);
};
