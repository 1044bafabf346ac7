import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HAZARD_FLAGS } from '../../../domain/hazards/hazard-flags.ts';
import { formatCount } from '../../shell/format-number.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { FlagSign } from '../signs/flag-sign.tsx';
import { useSignColours } from '../signs/legend-theme.ts';
import { flagTotals, useHazardCounts } from './use-hazard-counts.ts';

/** What hazards are flagged with: its signs, how many there are in the county, and a filter of its own. */
export const FlagLegend = ({ isPrinted = false }: { readonly isPrinted?: boolean }) => {
  const { t } = useTranslation();
  const colours = useSignColours();
  const chosen = useView((state) => state.hazardFlags);
  const counts = useHazardCounts();
  const totals = useMemo(() => counts && flagTotals(counts), [counts]);
  return (
    <fieldset className="hy-legend" data-legend="hazard-flags">
      <legend>{t(isPrinted ? 'map.flagsPrinted' : 'map.flags')}</legend>
      {HAZARD_FLAGS.map((flag) => (
        <Checkbox
          key={flag}
          className="hy-legend-row"
          data-flag-choice={flag}
          checked={chosen.includes(flag)}
          onChange={({ target }) =>
            setView({
              hazardFlags: HAZARD_FLAGS.filter((one) =>
                one === flag ? target.checked : chosen.includes(one),
              ),
            })
          }
        >
          <FlagSign colours={colours} flag={flag} />
          <span className="hy-map-legend-name">{t(`hazardFlag.${flag}`)}</span>
          <span className="hy-count">{totals ? formatCount(totals[flag]) : '?'}</span>
        </Checkbox>
      ))}
      <p className="hy-legend-note">{t('map.flagsFarOut')}</p>
    </fieldset>
  );
};
