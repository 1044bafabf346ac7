import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../../../shell/view-store.ts';

export const SeeThroughControl = () => {
  const { t } = useTranslation();
  const percent = useView((state) => Math.round(state.seeThrough * 100));
  return (
    <div className="hy-control">
      <span className="hy-control-name">{t('tool.seeThrough')}</span>
      <Slider
        min={0}
        max={100}
        step={1}
        value={percent}
        onChange={(value) => setView({ seeThrough: value / 100 })}
        tooltip={{ open: false }}
        ariaLabelForHandle={t('tool.seeThrough')}
        ariaValueTextFormatterForHandle={(value) => `${value}%`}
      />
      <output className="hy-control-value">{percent}%</output>
    </div>
  );
};
