import { DownOutlined, RightOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox, Slider, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import type { Provenance } from '../../../domain/contracts/layers.ts';
import { formatCount, formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView, useView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';
import { CertaintyControl } from './certainty-control.tsx';
import { FeatureCount } from './feature-count.tsx';
import { appearanceOf, changeLayer, countOf } from './layer-tree.ts';

interface LayerRowProps {
  readonly layer: CatalogLayer;
  readonly mineProvenance: Provenance;
}

export const LayerRow = ({ layer, mineProvenance }: LayerRowProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const changes = useView((state) => state.layers);
  const failed = useSession((session) => session.failedLayers.find(({ layerId }) => layerId === layer.id));
  const { visible, opacity } = appearanceOf(layer, changes);
  const name = layer.name[language];
  const change = (patch: { visible?: boolean; opacity?: number }) =>
    setView({ layers: changeLayer(layer, useView.getState().layers, patch) });
  return (
    <li className="hy-layer" data-layer={layer.id} data-visible={visible}>
      <div className="hy-layer-head">
        <Checkbox
          checked={visible}
          aria-label={t('layers.visible', { name })}
          onChange={(event) => change({ visible: event.target.checked })}
        />
        <button
          type="button"
          className="hy-layer-name"
          aria-expanded={open}
          aria-label={t(open ? 'layers.less' : 'layers.more', { name })}
          title={name}
          onClick={() => setOpen(!open)}
        >
          {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
          <span>{name}</span>
        </button>
        {failed && (
          <Tooltip title={`${t('layers.failed')}: ${failed.detail}`}>
            <Button
              type="text"
              size="small"
              danger
              icon={<WarningFilled />}
              aria-label={`${t('layers.failed')}: ${name}`}
              onClick={() => setOpen(true)}
            />
          </Tooltip>
        )}
        {layer.provenance !== mineProvenance && <ProvenanceTag provenance={layer.provenance} />}
        {opacity < 1 && <span className="hy-layer-opacity">{Math.round(opacity * 100)}%</span>}
        <FeatureCount count={countOf(layer)} />
      </div>
      {open && (
        <div className="hy-layer-body">
          <div className="hy-control">
            <span className="hy-control-name">{t('layers.opacity')}</span>
            <Slider
              min={5}
              max={100}
              value={Math.round(opacity * 100)}
              disabled={!visible}
              onChange={(percent) => change({ opacity: percent / 100 })}
              tooltip={{ open: false }}
              ariaLabelForHandle={t('layers.opacityOf', { name })}
              ariaValueTextFormatterForHandle={(percent) => `${percent}%`}
            />
            <output className="hy-control-value">{Math.round(opacity * 100)}%</output>
          </div>
          {layer.deviation && <CertaintyControl most={layer.deviation.most} />}
          {layer.legend.length === 0 ? (
            <p className="hy-quiet">{t('layers.noLegend')}</p>
          ) : (
            <ul className="hy-legend" aria-label={t('layers.legend')}>
              {layer.legend.map((entry) => (
                <li key={entry.key}>
                  <span className="hy-swatch" style={{ background: entry.colour }} aria-hidden="true" />
                  <span className="hy-legend-name">{entry.name[language]}</span>
                  <FeatureCount count={{ of: countOf(layer).of, n: entry.count }} />
                </li>
              ))}
            </ul>
          )}
          <p className="hy-quiet hy-layer-extra">
            {t('layers.extra', {
              tiles: formatCount(layer.tiles),
              triangles: formatCount(layer.triangles),
              size: `${formatNumber(layer.bytes / 1e6, { decimals: 1 })} MB`,
            })}
          </p>
          {failed && (
            <p className="hy-layer-failed" role="alert">
              {t('failure.layer')}
            </p>
          )}
        </div>
      )}
    </li>
  );
};
