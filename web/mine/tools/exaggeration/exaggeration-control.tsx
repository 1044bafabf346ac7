import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../../../shell/view-store.ts';

export const MIN_EXAGGERATION = 1;
export const MAX_EXAGGERATION = 5;

export const ExaggerationControl = () => {
  const { t } = useTranslation();
  const factor = useView((state) => state.exaggeration);
  return (
    <div className="hy-control" data-changed={factor !== 1} title={t('tool.exaggerationHint')}>
      <span className="hy-control-name">{t('tool.exaggeration')}</span>
      <Slider
        min={MIN_EXAGGERATION}
        max={MAX_EXAGGERATION}
        step={0.1}
        value={factor}
        onChange={(exaggeration) => setView({ exaggeration })}
        tooltip={{ open: false }}
        ariaLabelForHandle={t('tool.exaggerationHint')}
        ariaValueTextFormatterForHandle={(value) => `×${value}`}
      />
      <output className="hy-control-value">×{factor.toFixed(1)}</output>
    </div>
  );
};
