import type { DrivingSettings, EvidenceMethod } from '../contracts/driving.ts';

/**
 * The method whose accuracy an obstacle is judged by: of all it was found by the one the mine says is off the most. A better
 * one does not mend it, for nobody knows which of them drew which part. One without an accuracy makes it unknown.
 * @returns null: not known how it was found
 */
export function worstMethod(
  evidence: readonly EvidenceMethod[],
  { accuracies }: DrivingSettings,
): EvidenceMethod | null {
  let worst: { method: EvidenceMethod; plusMinus: number } | null = null;
  for (const method of evidence) {
    const plusMinus = accuracies.find((one) => one.method === method)?.plusMinus ?? Infinity;
    if (!worst || plusMinus > worst.plusMinus) worst = { method, plusMinus };
  }
  return worst?.method ?? null;
}
