import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES } from '../../../domain/contracts/major-hazard.ts';
import type { MajorSign as MajorSignOnMap } from '../../../domain/contracts/major-signs.ts';
import { useLanguage, useTheme } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { MajorSign } from '../signs/small-signs.tsx';
import { FactList } from './fact-list.tsx';
import { lookInto } from './look-at.ts';
import { useMajorSigns } from './use-major-signs.ts';

/** Its heights as far as they are known, `?` for one of two; null: neither is. */
const heightsText = ({ top, bottom }: Pick<MajorSignOnMap, 'top' | 'bottom'>): string | null =>
  top === null && bottom === null ? null : `${bottom?.toFixed(0) ?? '?'} – ${top?.toFixed(0) ?? '?'} m`;

/** A picked major hazard as it stands on the day shown, and the way to its page in the ledger, which holds everything of it. */
export const MajorSignCard = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useMineNames();
  const colours = COUNTY_COLOURS[useTheme()];
  const state = useMajorSigns();
  if (state.status === 'loading')
    return (
      <p className="hy-pad hy-quiet" role="status">
        {t('region.loading')}
      </p>
    );
  const major = state.status === 'open' ? state.majors.find((one) => one.id === id) : undefined;
  if (!major)
    return (
      <p className="hy-pad" role="alert">
        {state.status === 'failed' ? t('majorMap.failed') : t('map.pickedGone', { id })}
      </p>
    );
  const { mine, title, source, overdue, deadline } = major;
  const late = overdue !== null && overdue > 0 ? t('majorMap.overdue', { days: overdue }) : '';
  return (
    <article className="hy-map-card" data-card="major" data-major={id}>
      <header>
        <MajorSign
          colours={colours}
          letter={t(`majorScene.letter.${source}`)}
          isConfirmed={major.state !== 'reported'}
        />
        <h3>{title}</h3>
      </header>
      {!major.placed && <p className="hy-feature-doubt">{t('majorMap.noPlace')}</p>}
      <FactList
        facts={[
          { id: 'mine', name: t('featureCard.mine'), value: names(mine) },
          { id: 'source', name: t('majorMap.source'), value: MAJOR_SOURCES[source][language] },
          { id: 'state', name: t('majorMap.state'), value: t(`majorState.${major.state}`) },
          { id: 'found', name: t('majorMap.found'), value: major.found },
          { id: 'deadline', name: t('majorMap.deadline'), value: deadline && `${deadline}${late}` },
          { id: 'heights', name: t('majorMap.heights'), value: heightsText(major) },
          { id: 'listed', name: t('majorMap.listed'), value: t(major.listed ? 'app.yes' : 'app.no') },
        ]}
      />
      <div className="hy-map-card-actions">
        <Button
          type="primary"
          data-action="open-major"
          onClick={() =>
            setView({
              ...{ regionTab: 'ledger', ledgerPage: 'major' },
              openHazard: { mine, hazard: id.slice(mine.length + 1) },
            })
          }
        >
          {t('map.openInLedger')}
        </Button>
        {major.at && (
          <Button data-action="in-depth" onClick={() => major.at && lookInto(major.at)}>
            {t('featureCard.inDepth')}
          </Button>
        )}
      </div>
    </article>
  );
};
