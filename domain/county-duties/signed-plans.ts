import type { AsBuiltPlan } from '../contracts/plans.ts';
import type { SignedDays } from './facts-of-mine.ts';

/**
 * As-built plans as a duty sees them: the newest survey day of which every sheet is signed. One signed sheet does not answer for the
 * others of its survey. A plan without a survey date counts for nothing.
 * @param on YYYY-MM-DD: of surveys after it nothing is known @param until ms: papers handed in later are not there yet
 */
export const signedPlans = (plans: readonly AsBuiltPlan[], on: string, until: number): SignedDays => {
  const signedOf = new Map<string, boolean>();
  let unsigned = 0;
  for (const { surveyDate, scan } of plans) {
    if (surveyDate === null || surveyDate > on) continue;
    const isSigned = scan !== null && scan.at <= until;
    if (!isSigned) unsigned++;
    signedOf.set(surveyDate, isSigned && (signedOf.get(surveyDate) ?? true));
  }
  const signed = [...signedOf].filter(([, all]) => all).map(([day]) => day);
  return { signed: signed.sort().at(-1) ?? null, unsigned };
};
