import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shell/format-number.ts';
import { CERTAIN_BELOW_MAX, CERTAIN_BELOW_MIN } from '../../shell/url-fields.ts';
import { DEFAULT_VIEW } from '../../shell/view-state.ts';
import { setView, useView } from '../../shell/view-store.ts';

const STEP = 0.5;

/** Up to which standard deviation a modelled surface is drawn as certain, and what the two looks mean. */
export const CertaintyControl = ({ most }: { readonly most: number }) => {
  const { t } = useTranslation();
  const bound = useView((state) => state.certainBelow);
  const value = `±\u00a0${formatNumber(bound, { decimals: 1 })}\u00a0m`;
  const known = formatNumber(most, { decimals: 1 });
  return (
    <>
      <div className="hy-control" data-changed={bound !== DEFAULT_VIEW.certainBelow} data-control="certainty">
        <span className="hy-control-name">{t('layers.certain')}</span>
        <Slider
          min={CERTAIN_BELOW_MIN}
          // Beyond the largest that is known there is only what nobody knows.
          max={Math.min(CERTAIN_BELOW_MAX, Math.max(bound, Math.ceil(most), DEFAULT_VIEW.certainBelow))}
          step={STEP}
          value={bound}
          onChange={(certainBelow) => setView({ certainBelow })}
          tooltip={{ open: false }}
          ariaLabelForHandle={t('layers.certainHint')}
          ariaValueTextFormatterForHandle={(metres) => `${metres} m`}
        />
        <output className="hy-control-value">{value}</output>
      </div>
      <ul className="hy-legend" aria-label={t('layers.certainHint')}>
        <li>
          <span className="hy-swatch hy-swatch-certain" aria-hidden="true" />
          <span className="hy-legend-name">{t('layers.certainLook', { value })}</span>
        </li>
        <li>
          <span className="hy-swatch hy-swatch-uncertain" aria-hidden="true" />
          <span className="hy-legend-name">{t('layers.uncertainLook', { value, known })}</span>
        </li>
      </ul>
    </>
  );
};
