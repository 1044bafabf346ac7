import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { openHiddenHazard } from '../../ledger/open-hidden-hazard.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';

/** A picked hazard: which it is, and the way to its page in the ledger, which holds everything of it. */
export const HazardCard = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mines = useMines();
  const cut = id.indexOf('/');
  const [mine, hazard] = [id.slice(0, cut), id.slice(cut + 1)];
  const known = mines.status === 'open' ? mines.value.find((one) => one.id === mine) : undefined;
  return (
    <article className="hy-map-card" data-card="hazard">
      <header>
        <h3>{t('map.hazardOf', { hazard, mine: known?.name[language] ?? mine })}</h3>
      </header>
      <div className="hy-map-card-actions">
        <Button
          type="primary"
          data-action="open-hazard"
          onClick={() => {
            setView({ regionTab: 'ledger' });
            openHiddenHazard({ mine, hazard });
          }}
        >
          {t('map.openInLedger')}
        </Button>
      </div>
    </article>
  );
};
