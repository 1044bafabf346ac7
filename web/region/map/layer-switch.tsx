import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapLayerId } from '../../engines/county-view.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { isShown, withLayer } from './start-layers.ts';

interface SwitchProps {
  readonly layer: MapLayerId;
  readonly name: string;
  readonly sign?: ReactNode;
  readonly count?: string;
}

/** Switches a layer of the map, with the sign it is drawn by. */
export const LayerSwitch = ({ layer, name, sign, count }: SwitchProps) => {
  const { t } = useTranslation();
  const layers = useView((state) => state.mapLayers);
  const isOn = isShown(layers, layer);
  return (
    <Checkbox
      className="hy-legend-row"
      data-map-layer={layer}
      checked={isOn}
      onChange={({ target }) => setView({ mapLayers: withLayer(layers, layer, target.checked) })}
    >
      {sign ?? <span className="hy-map-sign" />}
      <span className="hy-map-legend-name">
        {name}
        {/* paper has no switches */}
        {!isOn && <span className="hy-map-layer-off">{t('map.layerOff')}</span>}
      </span>
      {count !== undefined && <span className="hy-count">{count}</span>}
    </Checkbox>
  );
};
