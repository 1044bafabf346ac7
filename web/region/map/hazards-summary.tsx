import { useTranslation } from 'react-i18next';
import { HAZARD_FLAGS } from '../../../domain/hazards/hazard-flags.ts';
import { formatCount } from '../../shell/format-number.ts';
import { FlagSign } from '../signs/flag-sign.tsx';
import { useSignColours } from '../signs/legend-theme.ts';
import { useHazardCounts } from './use-hazard-counts.ts';

/** How many hazards of a mine are open on the day shown, and of how many what is missing or in doubt. */
export const HazardsSummary = ({ mine }: { mine: string }) => {
  const { t } = useTranslation();
  const colours = useSignColours();
  const counts = useHazardCounts();
  const of = counts?.get(mine);
  // Without a word in the ledger nobody has looked: that is not "none".
  if (!of)
    return <span className="hy-map-unknown">{counts ? t('map.nothingInLedger') : t('app.unknown')}</span>;
  return (
    <span className="hy-map-hazards">
      {t('map.openHazardsCount', { n: of.open })}
      {HAZARD_FLAGS.filter((flag) => of[flag] > 0).map((flag) => (
        <span key={flag} data-flagged={flag}>
          <FlagSign colours={colours} flag={flag} />
          {t(`hazardFlag.${flag}`)} {formatCount(of[flag])}
        </span>
      ))}
    </span>
  );
};
