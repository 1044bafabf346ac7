import type { Account } from '../../../domain/contracts/account.ts';
import type { PlanText } from '../../../domain/contracts/regional-plan.ts';
import type { PlanVersion } from '../../../domain/contracts/regional-plan-api.ts';
import type { PlanContext } from '../plan-context.ts';
import type { AskedPlan } from '../routes/plan-request.ts';
import { planTexts } from '../store/plan-texts.ts';
import { planFile, planVersions } from '../store/plan-versions.ts';
import { hazardsAt, pinCounty } from './pin-county.ts';
import type { PlanHandle } from './plan-desks.ts';

/** A draft or a frozen version that the county has, to be shown or written. */
export interface OpenedPlan extends PlanHandle {
  readonly version: PlanVersion | null;
  /** Of a draft as they stand; a version has its own. */
  readonly texts: readonly PlanText[];
}

/** The newest version of the last year before `year` that has one. */
const lastYears = (versions: readonly PlanVersion[], year: number): PlanVersion | null =>
  versions.find((one) => one.year < year) ?? null;

/** @returns null: the county has no such version. @throws CountyNotOpen, StoreDown, PlanFileChanged */
export const openPlan = async (
  context: PlanContext,
  account: Account,
  county: string,
  asked: AskedPlan,
): Promise<OpenedPlan | null> =>
  asked.kind === 'draft'
    ? openDraft(context, account, county, asked)
    : openVersion(context, account, county, asked.id);

const contentAt = async (
  context: PlanContext,
  account: Account,
  county: string,
  version: string,
): Promise<Uint8Array> => {
  const file = await context.as(account, (tx) => planFile(tx, county, version, 'content', ''));
  if (!file) throw new Error(`version ${version} of ${county} has no content`);
  return file.bytes;
};

/** A draft is told by what it is made from: two of the same pins are the same, whatever texts stand beside them. */
const openDraft = (
  context: PlanContext,
  account: Account,
  county: string,
  { year, on }: { readonly year: number; readonly on: string },
): Promise<OpenedPlan> =>
  context.as(account, async (tx) => {
    const { pins, rules, outside } = await pinCounty(context, tx, { account, county, on });
    const texts = await planTexts(tx, county, year);
    const before = lastYears(await planVersions(tx, county), year);
    return {
      key: JSON.stringify([county, year, on, before?.id, pins, outside]),
      version: null,
      texts,
      source: async () => ({
        kind: 'draft',
        ...{ county, year, on, rules, pins, outside },
        countiesRoot: context.countiesRoot,
        bundlesRoot: context.bundlesRoot,
        ...(await context.as(account, (inner) => hazardsAt(inner, pins.ledger))),
        comparedWith: before && { id: before.id, year: before.year, on: before.on },
        earlier: before && (await contentAt(context, account, county, before.id)),
      }),
    };
  });

const openVersion = (
  context: PlanContext,
  account: Account,
  county: string,
  id: string,
): Promise<OpenedPlan | null> =>
  context.as(account, async (tx) => {
    const version = (await planVersions(tx, county)).find((one) => one.id === id);
    if (!version) return null;
    return {
      key: JSON.stringify([county, id]),
      version,
      texts: [],
      source: async () => ({ kind: 'frozen', content: await contentAt(context, account, county, id) }),
    };
  });
