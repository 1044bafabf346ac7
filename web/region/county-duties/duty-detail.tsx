import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CountyDuties, MineDutiesRow } from '../../../domain/contracts/county-duties-view.ts';
import { pointsOf } from '../../../domain/county-duties/duty-query.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { forMine } from '../../shell/view-state.ts';
import { setView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { regionTabs } from '../region-tabs.ts';
import './duty-detail.css';
import { DutyCard } from './duty-card.tsx';
import { DutySign } from './duty-sign.tsx';
import { stateWords } from './duty-words.ts';
import { setDutyChoice } from './query-store.ts';

interface Props {
  readonly view: CountyDuties;
  readonly row: MineDutiesRow;
  /** Id of the chosen duty; null: none. */
  readonly duty: string | null;
}

/** One mine: what its score is made of, and what the chosen duty asks, where that is written and what is known. */
export const DutyDetail = ({ view, row, duty }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { towns } = useOpenCounty().catalog;
  const town = towns.find(({ id }) => id === row.town)?.name[language] ?? t('countyDuties.noTown');
  const chosen = view.duties.findIndex(({ id }) => id === duty);
  const hasMap = regionTabs().some(({ id }) => id === 'map');
  return (
    <aside className="hy-cd-detail" aria-label={row.name[language]} data-detail={row.mine}>
      <header>
        <h2>{row.name[language]}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('app.close')}
          onClick={() => setView({ regionPick: null })}
        />
      </header>
      <p className="hy-quiet">
        {[
          t(`mineType.${row.type}`),
          t(`mineState.${row.state}`),
          town,
          row.leader === null ? t('countyDuties.noLeader') : t('countyDuties.leader', { who: row.leader }),
        ].join(' · ')}
      </p>
      <p className="hy-cd-actions">
        {hasMap && (
          <Button size="small" data-action="on-map" onClick={() => setView({ regionTab: 'map' })}>
            {t('countyDuties.onMap')}
          </Button>
        )}
        <Button
          size="small"
          data-action="open-mine"
          disabled={!row.bundle}
          title={row.bundle ? undefined : t('countyDuties.noBundle')}
          onClick={() => setView({ ...forMine(row.mine), workspace: 'mine' })}
        >
          {t('countyDuties.openMine')}
        </Button>
      </p>
      {chosen >= 0 && <DutyCard view={view} row={row} at={chosen} />}
      <ScoreParts view={view} row={row} duty={duty} />
    </aside>
  );
};

const ScoreParts = ({ view, row, duty }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { missed, unknown } = pointsOf(row.parts);
  return (
    <section className="hy-cd-parts">
      <h3>
        {t('countyDuties.score')} <strong>{formatNumber(row.score)}</strong>
      </h3>
      <p className="hy-quiet">
        {row.parts.length === 0
          ? t('countyDuties.noParts')
          : t('countyDuties.scoreTitle', {
              missed: missed.count,
              missedPoints: formatNumber(missed.points),
              unknown: unknown.count,
              unknownPoints: formatNumber(unknown.points),
            })}
      </p>
      <ol>
        {row.parts.map(({ duty: id, because, points }) => {
          const at = view.duties.findIndex((one) => one.id === id);
          const { word, more } = stateWords(row.states[at]!, t, language);
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={id === duty}
                data-part={id}
                onClick={() => setDutyChoice({ duty: id })}
              >
                <span>{view.duties[at]!.name[language]}</span>
                <span className="hy-cd-state" data-kind={because}>
                  <DutySign kind={because} /> {word}
                </span>
                <strong>+{formatNumber(points)}</strong>
                <small>{more}</small>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="hy-quiet">{t('countyDuties.scoreHow')}</p>
    </section>
  );
};
