import type { ReadyFinding } from '../../domain/rules/finding.ts';
import type { SlopeSituation } from '../../domain/rules/mine-situation.ts';
import type { SlopeFinding, SlopeWatch } from './slopes/slope-watch.ts';

const asFinding = ({ kind, station, name, enu, warning, judged }: SlopeFinding): ReadyFinding => ({
  check: kind,
  threshold: judged?.threshold.id ?? null,
  warning,
  subject: { type: 'slope', id: station, name },
  scope: null,
  place: name,
  enu,
  judged: judged ? { value: judged.value, bound: judged.threshold.value, unit: judged.threshold.unit } : null,
  since: null,
});

/** What the slopes' own reckoning says, as the rules take it. */
export const slopeSituation = (watch: SlopeWatch, time: number): SlopeSituation => {
  const { findings, denied } = watch.answers(time);
  return { findings: findings.map(asFinding), denied };
};
