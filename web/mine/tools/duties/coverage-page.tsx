import { useTranslation } from 'react-i18next';
import type { SurveyCoverage } from '../../../../domain/contracts/survey-coverage.ts';
import { areaInPlan } from '../../../../domain/geometry/plan-polygon.ts';
import { useLive } from '../../../live/live-store.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import type { OpenDuties } from './duties-store.ts';
import { RuleLine } from './rule-line.tsx';

const area = (value: number): string => formatNumber(value, { decimals: 0, unit: 'm²' }) ?? '?';

interface Props {
  readonly open: OpenDuties;
  /** ENU metres, the height areas are shown at. */
  readonly up: number;
}

/** What of the area to be mined has been surveyed for hidden hazards, rule by rule. */
export const CoveragePage = ({ open: { duties, facts }, up }: Props) => {
  const { t } = useTranslation();
  if (facts.plan === null) return <p>{t('duties.coverageNone')}</p>;
  if (duties.coverage === null) return <p>{t('duties.noRules')}</p>;
  return (
    <>
      {duties.coverage.map((coverage) => (
        <Scope key={coverage.scopes[0]?.rule.id} coverage={coverage} up={up} />
      ))}
      <p className="hy-duties-quiet">{t('duties.coverageLegend')}</p>
    </>
  );
};

const Scope = ({ coverage, up }: { coverage: SurveyCoverage; up: number }) => {
  const { t } = useTranslation();
  const scopes = useLive((state) => state.setup?.rules.surveyScopes);
  const [scope] = coverage.scopes;
  if (!scope) return null;
  const { rule, years, yearsMet, due, daysLeft } = scope;
  const resumed = scopes?.find(({ id }) => id === rule.id)?.when === 'resumption';
  const whole = yearsMet && coverage.share !== null && coverage.gaps.length === 0;
  return (
    <section data-scope={rule.id} data-whole={whole}>
      <h3>{t(resumed ? 'duties.coverageResumption' : 'duties.coverageProducing', { years })}</h3>
      <p>
        {coverage.share === null
          ? t('duties.coverageShareNone')
          : t('duties.coverageShare', {
              // Rounded down: 99.97 % is not all of it.
              share: formatNumber(Math.floor(coverage.share * 1000) / 10, { decimals: 1 }) ?? '?',
              covered: area(coverage.coveredArea),
              planned: area(coverage.plannedArea),
            })}
      </p>
      {!yearsMet && (
        <p className="hy-duties-wrong">
          {t('duties.coverageYears', { planned: coverage.plannedYears, years })}
        </p>
      )}
      {whole ? (
        <p>{t('duties.coverageWhole')}</p>
      ) : (
        <ul className="hy-duties-list">
          {coverage.gaps.map((gap, i) => (
            <li key={JSON.stringify(gap.rings[0]?.[0])}>
              <button
                type="button"
                aria-label={t('duties.coverageGapFly', { n: i + 1 })}
                onClick={() => {
                  const ring = gap.rings[0] ?? [];
                  const middle = [0, 1].map((k) =>
                    ring.reduce((sum, at) => sum + at[k as 0 | 1] / ring.length, 0),
                  );
                  flyBesidePanel([middle[0]!, middle[1]!, up], Math.sqrt(areaInPlan(gap.rings)) * 2);
                }}
              >
                {t('duties.coverageGap', { area: area(gap.area) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!whole && (
        <p className="hy-duties-wrong" data-days={daysLeft}>
          {due === null || daysLeft === null
            ? t(resumed ? 'duties.coverageNoDue' : 'duties.coverageNoDay')
            : daysLeft >= 0
              ? t('duties.coverageDays', { due, days: daysLeft })
              : t('duties.coverageLate', { due, days: -daysLeft })}
        </p>
      )}
      <RuleLine rule={rule} />
    </section>
  );
};
