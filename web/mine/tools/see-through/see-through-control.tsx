import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { hasGround } from './has-ground.ts';

export const SeeThroughControl = () => {
  const { t } = useTranslation();
  const percent = useView((state) => Math.round(state.seeThrough * 100));
  const possible = useSession(hasGround);
  return (
    <div
      className="hy-control"
      data-disabled={!possible}
      title={possible ? t('tool.seeThroughHint') : t('tool.noGround')}
    >
      <span className="hy-control-name">{t('tool.seeThrough')}</span>
      <Slider
        min={0}
        max={100}
        step={1}
        value={percent}
        disabled={!possible}
        onChange={(value) => setView({ seeThrough: value / 100 })}
        tooltip={{ open: false }}
        ariaLabelForHandle={
          possible ? t('tool.seeThroughHint') : `${t('tool.seeThroughHint')} – ${t('tool.noGround')}`
        }
        ariaValueTextFormatterForHandle={(value) => `${value}%`}
      />
      <output className="hy-control-value">{possible ? `${percent}%` : '—'}</output>
    </div>
  );
};
