import {
  CheckCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlopeMonitoring } from '../../../../domain/slopes/monitored-slopes.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { RuleSource } from '../../alarms/rule-source.tsx';

const ICONS: Readonly<Record<SlopeMonitoring['state'], ComponentType>> = {
  monitored: CheckCircleOutlined,
  missing: StopOutlined,
  'no-duty': MinusCircleOutlined,
  unknown: QuestionCircleOutlined,
};

/** Every slope with its heights, and every rule that speaks of heights with its answer: the sources do not agree. */
export const SlopeDuties = ({
  monitoring,
  rulesKnown,
}: {
  monitoring: readonly SlopeMonitoring[];
  rulesKnown: boolean;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const metres = (height: number | undefined): string =>
    height === undefined ? t('slopes.heightUnknown') : `${formatNumber(height, { decimals: 0 })} m`;
  return (
    <section>
      <h3>{t('slopes.duties')}</h3>
      {!rulesKnown && <p className="hy-quiet">{t('slopes.noRules')}</p>}
      {monitoring.map(({ slope, duties, state, workingStations, stations }) => {
        const Icon = ICONS[state];
        return (
          <details key={slope.id} className="hy-slope" data-slope={slope.id} data-state={state}>
            <summary>
              <span className="hy-slope-name">{slope.name[language]}</span>
              <span className="hy-slope-state">
                <Icon /> {t(`slopeState.${state}`)}
              </span>
            </summary>
            <dl className="hy-pairs">
              <dt>{t('slopes.designHeight')}</dt>
              <dd>{metres(slope.designHeight)}</dd>
              <dt>{t('slopes.currentHeight')}</dt>
              <dd>{metres(slope.currentHeight)}</dd>
              <dt>{t('slopes.stations')}</dt>
              <dd>
                {stations === 0
                  ? t('slopes.noStations')
                  : t('slopes.working', { working: workingStations, all: stations })}
              </dd>
            </dl>
            <ul className="hy-slope-duties">
              {duties.map(({ rule, answer }) => (
                <li key={rule.id} data-answer={answer}>
                  <span>
                    {rule.op === '>=' ? '≥' : '>'} {rule.value} m · {t(`slopeMeaning.${rule.meaning}`)}
                  </span>
                  <strong>{t(`slopeDuty.${answer}`)}</strong>
                  <RuleSource {...rule} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
};
