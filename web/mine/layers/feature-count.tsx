import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import type { Count } from './layer-tree.ts';

/** How many features or intervals; intervals always say so, for under "boreholes" a bare number reads as holes. */
export const FeatureCount = ({ count: { of, n } }: { count: Count }) => {
  const { t } = useTranslation();
  const whole = t(`layers.${of}`, { n: formatCount(n) });
  return (
    <span className="hy-count" title={whole}>
      <span aria-hidden="true">
        {of === 'intervals' ? t('layers.intervalsShort', { n: formatCount(n) }) : formatCount(n)}
      </span>
      <span className="hy-unseen">{whole}</span>
    </span>
  );
};
