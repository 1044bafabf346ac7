import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineFilter } from '../../shell/region-choice.ts';
import { OutsideNote } from '../outside/outside-note.tsx';
import { LayerSwitches } from './layer-switches.tsx';
import { MineLegends } from './map-legend.tsx';
import { SearchField } from './search-field.tsx';
import { useCounted } from './use-counted.ts';

const NO_FILTER: MineFilter = {};
const PAGES = ['mines', 'layers'] as const;

/** Search, the legends of mines that filter them, and the layers. It folds away where the map needs the room. */
export const MapLegendColumn = () => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const [page, setPage] = useState<(typeof PAGES)[number]>('mines');
  // Counted without the filter: the legend says what there is to choose from.
  const counted = useCounted(NO_FILTER);
  const fold = t(isOpen ? 'map.foldLegend' : 'map.unfoldLegend');
  const button = (
    <Tooltip title={fold} placement="right">
      <Button
        type="text"
        size="small"
        icon={isOpen ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        aria-label={fold}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
    </Tooltip>
  );
  if (!isOpen) return <aside className="hy-map-side hy-map-folded">{button}</aside>;
  return (
    <aside className="hy-map-side hy-map-legends" aria-label={t('map.legend')}>
      <div className="hy-map-side-head">
        <SearchField />
        {button}
      </div>
      <OutsideNote isShort />
      <Segmented<(typeof PAGES)[number]>
        aria-label={t('map.legend')}
        block
        size="small"
        value={page}
        onChange={setPage}
        options={PAGES.map((value) => ({
          value,
          label: (
            <span data-legend-page={value}>{t(value === 'mines' ? 'map.minesPage' : 'map.layersPage')}</span>
          ),
        }))}
      />
      <div className="hy-map-side-body">
        {page === 'mines' ? <MineLegends counted={counted?.total ?? null} /> : <LayerSwitches />}
      </div>
    </aside>
  );
};
