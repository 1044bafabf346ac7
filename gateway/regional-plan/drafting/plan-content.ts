import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanDocument } from '../../../domain/contracts/plan-document.ts';
import type { PlanChange, PlanText, RegionalPlan } from '../../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../../domain/drawing/drawing.ts';

/** Everything a frozen version shows, as it was then; nothing of it is composed anew. */
export interface PlanContent {
  readonly format: 'hyalite-regional-plan-content/1';
  readonly plan: RegionalPlan;
  readonly texts: readonly PlanText[];
  readonly changes: readonly PlanChange[];
  readonly document: PlanDocument;
  readonly figures: Readonly<Record<Language, readonly (readonly [string, Drawing])[]>>;
}

/** As JSON: what goes from the thread that composes to the one that writes, and packed into the database. */
export const contentBytes = (content: PlanContent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(content));

/** Written by us, and held against its hash where it was stored: it is what it was. */
export const contentOf = (bytes: Uint8Array): PlanContent =>
  JSON.parse(new TextDecoder().decode(bytes)) as PlanContent;

/** Packing runs in threads of Node's own. */
export const packed = promisify(gzip) as (bytes: Uint8Array) => Promise<Buffer>;
export const unpacked = promisify(gunzip) as (bytes: Uint8Array) => Promise<Buffer>;
