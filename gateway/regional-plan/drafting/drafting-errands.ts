import type { Language } from '../../../domain/contracts/bilingual.ts';
import type {
  PlanPins,
  PlanText,
  RegionalPlan,
  RegionalPlanRules,
} from '../../../domain/contracts/regional-plan.ts';
import type { PlanVersion } from '../../../domain/contracts/regional-plan-api.ts';
import type { PlanSources } from '../../../domain/regional-plan/plan-sources.ts';

/** Names a plan among those the thread keeps; two of one key are the same plan. */
export type PlanKey = string;

/** What a plan is made from: enough for the thread to open it by itself. */
export type PlanSource =
  | {
      readonly kind: 'draft';
      readonly county: string;
      readonly year: number;
      readonly on: string;
      /** Folder of the counties; the thread reads the bundle there, so that a large one need not be handed over. */
      readonly countiesRoot: string;
      /** Folder of the mines' bundles: what their layers are called is read there. */
      readonly bundlesRoot: string;
      readonly rules: RegionalPlanRules | null;
      readonly pins: PlanPins;
      /** Hazards as the ledger stores them: JSON. */
      readonly hazards: readonly string[];
      readonly closedOn: PlanSources['closedOn'];
      readonly outside: PlanSources['outside'];
      readonly moved: PlanSources['moved'];
      readonly comparedWith: RegionalPlan['comparedWith'];
      /** Packed content of the version it is compared with. */
      readonly earlier: Uint8Array | null;
    }
  /** Packed content. */
  | { readonly kind: 'frozen'; readonly content: Uint8Array };

/** What is asked of the thread that composes. It answers `lacks` where it does not keep a plan and was given no source of it. */
export type DraftingErrand = { readonly sources: readonly (readonly [PlanKey, PlanSource])[] } & (
  | {
      readonly do: 'view';
      readonly plan: PlanKey;
      readonly version: PlanVersion | null;
      /** Of a draft; a version has its own. */
      readonly texts: readonly PlanText[];
    }
  | { readonly do: 'figure'; readonly plan: PlanKey; readonly figure: string; readonly language: Language }
  | {
      readonly do: 'content';
      readonly plan: PlanKey;
      readonly texts: readonly PlanText[];
      /** Its number, where it is to be frozen. */
      readonly number: number | null;
      /** Languages its figures are wanted in. */
      readonly languages: readonly Language[];
    }
  | {
      readonly do: 'compare';
      readonly from: PlanKey;
      readonly to: PlanKey;
      /** As they were asked for. */
      readonly names: readonly [string, string];
    }
);

/** What of a plan is stored beside its content. */
export interface PlanSummary {
  readonly year: number;
  readonly on: string;
  readonly provenance: RegionalPlan['provenance'];
  readonly pins: PlanPins;
  readonly objects: number;
  readonly gaps: number;
}

export type DraftingAnswer =
  | { readonly lacks: readonly PlanKey[] }
  /** JSON, SVG or content; null: the plan has no such figure. */
  | { readonly bytes: Uint8Array | null; readonly summary: PlanSummary | null };
