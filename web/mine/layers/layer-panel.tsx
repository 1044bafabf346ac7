import { EyeOutlined, MenuFoldOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Checkbox, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { FeatureCount } from './feature-count.tsx';
import { GroupIcon } from './group-icon.tsx';
import { LayerRow } from './layer-row.tsx';
import { layerTree, showLayers, shownCount } from './layer-tree.ts';

interface LayerPanelProps {
  readonly catalog: Catalog;
  readonly onCollapse: () => void;
}

/** The layer tree: groups as an engineer reads a mine, each layer with its count, box, opacity and legend. */
export const LayerPanel = ({ catalog, onCollapse }: LayerPanelProps) => {
  const { t } = useTranslation();
  const changes = useView((state) => state.layers);
  return (
    <aside className="hy-panel" aria-label={t('view.panel')}>
      <header className="hy-panel-head">
        <h2>{t('layers.title')}</h2>
        <Tooltip title={t('layers.showAll')}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('layers.showAll')}
            onClick={() => setView({ layers: showLayers(catalog.layers, changes, true) })}
          />
        </Tooltip>
        <Tooltip title={t('layers.reset')}>
          <Button
            type="text"
            size="small"
            icon={<RollbackOutlined />}
            aria-label={t('layers.reset')}
            disabled={Object.keys(changes).length === 0}
            onClick={() => setView({ layers: {} })}
          />
        </Tooltip>
        <Tooltip title={t('layers.collapse')}>
          <Button
            type="text"
            size="small"
            icon={<MenuFoldOutlined />}
            aria-label={t('layers.collapse')}
            onClick={onCollapse}
          />
        </Tooltip>
      </header>
      <div className="hy-panel-body">
        {catalog.layers.length === 0 && <p className="hy-quiet hy-pad">{t('layers.empty')}</p>}
        {layerTree(catalog.layers).map(({ group, layers, counts }) => {
          const shown = shownCount(layers, changes);
          const name = t(`group.${group}`);
          return (
            <section key={group} className="hy-group" aria-label={name}>
              <div className="hy-group-head">
                <Checkbox
                  checked={shown === layers.length}
                  indeterminate={shown > 0 && shown < layers.length}
                  aria-label={t('layers.groupVisible', { name })}
                  onChange={(event) => setView({ layers: showLayers(layers, changes, event.target.checked) })}
                />
                <GroupIcon group={group} />
                <h3>{name}</h3>
                {counts.map((count) => (
                  <FeatureCount key={count.of} count={count} />
                ))}
              </div>
              <ul>
                {layers.map((layer) => (
                  <LayerRow key={layer.id} layer={layer} mineProvenance={catalog.provenance} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </aside>
  );
};
