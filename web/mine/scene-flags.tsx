import {
  ColumnHeightOutlined,
  ExperimentOutlined,
  FullscreenExitOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { useLanguage } from '../shell/preferences.ts';
import { setView, useView } from '../shell/view-store.ts';
import { nameOfFeature } from './feature/feature-rows.ts';
import { retryView, useSession } from './mine-session.ts';

/** What must be known before the picture is believed: made-up data, stretched heights, hidden or missing things. */
export const SceneFlags = ({ catalog, children }: { catalog: Catalog; children?: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const exaggeration = useView((state) => state.exaggeration);
  const isolated = useView((state) => state.isolated);
  const isolatedFeature = useSession((session) => session.isolatedFeature);
  const failedLayers = useSession((session) => session.failedLayers);
  const whole = catalog.provenance === 'synthetic';
  const partly = !whole && catalog.layers.some(({ provenance }) => provenance === 'synthetic');
  const badge = whole ? 'synthetic.badge' : 'synthetic.partly';
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="hy-flags">
      {(whole || partly) && (
        <Tooltip title={t(whole ? 'synthetic.hint' : 'synthetic.partlyHint')} placement="bottomLeft">
          <p className="hy-flag hy-flag-synthetic" data-flag="synthetic">
            <ExperimentOutlined aria-hidden="true" /> <strong>{t(badge)}</strong>
            {/* Both languages: a screenshot travels without its language switch. */}
            <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{i18n.getFixedT(other)(badge)}</span>
          </p>
        </Tooltip>
      )}
      {children}
      {exaggeration !== 1 && (
        <p className="hy-flag hy-flag-changed" data-flag="exaggeration">
          <ColumnHeightOutlined aria-hidden="true" />{' '}
          {t('tool.exaggerationOn', { factor: exaggeration.toFixed(1) })}
          <Button size="small" onClick={() => setView({ exaggeration: 1 })}>
            {t('tool.exaggerationReset')}
          </Button>
        </p>
      )}
      {isolated && (
        <p className="hy-flag hy-flag-changed" data-flag="isolated">
          <FullscreenExitOutlined aria-hidden="true" />{' '}
          {t('tool.isolated', { title: nameOfFeature(isolated, isolatedFeature, catalog.layers) })}
          <Button size="small" onClick={() => setView({ isolated: null })}>
            {t('tool.isolateEnd')}
          </Button>
        </p>
      )}
      {failedLayers.map((failure) => (
        <div key={failure.layerId} className="hy-flag hy-flag-failed" role="alert" data-flag="layer-failed">
          <p>
            <WarningFilled aria-hidden="true" />{' '}
            <strong>
              {t('failure.layerTitle', {
                name:
                  catalog.layers.find(({ id }) => id === failure.layerId)?.name[language] ??
                  t('failure.layerUnknown'),
              })}
            </strong>
          </p>
          <p>{t('failure.layer')}</p>
          <details>
            <summary>{t('app.details')}</summary>
            <pre>{failure.detail}</pre>
          </details>
          <Button size="small" onClick={retryView}>
            {t('app.retry')}
          </Button>
        </div>
      ))}
    </div>
  );
};
