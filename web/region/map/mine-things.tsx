import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NEIGHBOUR_KINDS } from '../../../domain/contracts/neighbours.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useFeatures } from '../county-files.ts';
import { showFeature } from './feature-card.tsx';

/** What lies under a mine, by kind: the way of the keyboard to what the map draws. Read when it is opened. */
export const MineThings = ({ mine }: { readonly mine: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const features = useFeatures(isOpen);
  const own = useMemo(
    () =>
      features.status === 'open'
        ? features.value
            .filter((one) => one.mine === mine)
            .sort((a, b) => NEIGHBOUR_KINDS.indexOf(a.kind) - NEIGHBOUR_KINDS.indexOf(b.kind))
        : null,
    [features, mine],
  );
  return (
    <details
      className="hy-history hy-mine-things"
      data-part="things"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {own === null
          ? t('featureCard.ofMine')
          : t('featureCard.ofMineCount', { n: formatCount(own.length) })}
      </summary>
      {isOpen && features.status === 'failed' && <p role="alert">{t('featureCard.loadFailed')}</p>}
      {isOpen && features.status === 'loading' && (
        <p className="hy-quiet" role="status">
          {t('region.loading')}
        </p>
      )}
      {own?.length === 0 && <p className="hy-legend-note">{t('featureCard.ofMineNone')}</p>}
      <ul>
        {own?.map((feature) => (
          <li key={feature.id}>
            <button type="button" data-thing={feature.id} onClick={() => showFeature(feature)}>
              <span className="hy-quiet">{t(`neighbourKind.${feature.kind}`)}</span>
              <span>{feature.name[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
