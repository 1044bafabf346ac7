import { CloseOutlined, MenuFoldOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { MAP_SIDES, type MapSide } from '../../shell/region-choice.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useMines, useSites } from '../county-files.ts';
import { useDrawing } from '../draw/draw-store.ts';
import { MapEdit } from '../draw/map-edit.tsx';
import { MapMajorEdit } from '../draw/map-major-edit.tsx';
import { NeighboursPanel } from '../neighbours/neighbours-panel.tsx';
import { OutsideCard } from '../outside/outside-card.tsx';
import { useOutside } from '../outside/outside-store.ts';
import { BodyCard } from './body-card.tsx';
import { FeatureCard } from './feature-card.tsx';
import { HazardCard } from './hazard-card.tsx';
import { MajorSignCard } from './major-sign-card.tsx';
import { MineCard } from './mine-card.tsx';
import { SiteCard } from './site-card.tsx';
import { TownsTable } from './towns-table.tsx';

const SHOWN_SIDES = MAP_SIDES.filter((side) => side !== 'none');

/** Beside the map: what is picked, else the neighbours or the statistics of the towns. */
export const MapDetail = () => {
  const { t } = useTranslation();
  const side = useView((state) => state.mapSide);
  const pick = useView((state) => state.regionPick);
  const edit = useEdit((store) => store.edit);
  const majorEdit = useMajor((store) => store.edit);
  const drawsMajor = useDrawing(({ form }) => form === 'major');
  const isCard = pick !== null && pick.kind !== 'pair' && pick.kind !== 'cluster';
  if (majorEdit && drawsMajor)
    return (
      <aside className="hy-map-side hy-map-right" aria-label={t('map.side')}>
        <MapMajorEdit edit={majorEdit} />
      </aside>
    );
  if (edit)
    return (
      <aside className="hy-map-side hy-map-right" aria-label={t('map.side')}>
        <MapEdit edit={edit} />
      </aside>
    );
  if (side === 'none' && pick === null)
    return (
      <aside className="hy-map-side hy-map-folded hy-map-right">
        <Tooltip title={t('map.openSide')} placement="left">
          <Button
            type="text"
            size="small"
            icon={<MenuFoldOutlined />}
            aria-label={t('map.openSide')}
            onClick={() => setView({ mapSide: 'neighbours' })}
          />
        </Tooltip>
      </aside>
    );
  const shownSide =
    pick?.kind === 'pair' || pick?.kind === 'cluster' || side === 'none' ? 'neighbours' : side;
  return (
    <aside className="hy-map-side hy-map-right" aria-label={t('map.side')}>
      <div className="hy-map-side-head">
        {isCard ? (
          <h2>{t('map.picked')}</h2>
        ) : (
          <Segmented<MapSide>
            aria-label={t('map.side')}
            size="small"
            value={shownSide}
            onChange={(mapSide) => setView({ mapSide, regionPick: null })}
            options={SHOWN_SIDES.map((value) => ({
              value,
              label: <span data-side={value}>{t(`mapSide.${value}`)}</span>,
            }))}
          />
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('map.close')}
          data-action="close-side"
          onClick={() =>
            setView(pick ? { regionPick: null, mineInPlace: false } : { mapSide: 'none', regionPick: null })
          }
        />
      </div>
      <div className="hy-map-side-body">
        {isCard ? <PickedCard /> : shownSide === 'towns' ? <TownsTable /> : <NeighboursPanel />}
      </div>
    </aside>
  );
};

const PickedCard = () => {
  const { t } = useTranslation();
  const pick = useView((state) => state.regionPick);
  const mines = useMines();
  const sites = useSites(pick?.kind === 'site');
  const outside = useOutside();
  if (pick?.kind === 'hazard') return <HazardCard id={pick.id} />;
  if (pick?.kind === 'major') return <MajorSignCard id={pick.id} />;
  if (pick?.kind === 'body') return <BodyCard key={pick.id} id={pick.id} />;
  if (pick?.kind === 'feature') return <FeatureCard id={pick.id} />;
  const list = pick?.kind === 'mine' ? mines : sites;
  if (list.status === 'idle' || list.status === 'loading') return <Waiting />;
  if (pick?.kind === 'mine' && mines.status === 'open') {
    const mine = mines.value.find(({ id }) => id === pick.id);
    if (mine) return <MineCard mine={mine} />;
    if (outside.status === 'loading') return <Waiting />;
    const unlisted = outside.status === 'open' && outside.mines.find(({ id }) => id === pick.id);
    if (unlisted) return <OutsideCard mine={unlisted} hasRead={outside.ledger} />;
  }
  if (pick?.kind === 'site' && sites.status === 'open') {
    const site = sites.value.find(({ id }) => id === pick.id);
    if (site) return <SiteCard site={site} />;
  }
  return <p className="hy-pad">{t('map.pickedGone', { id: pick?.id ?? '' })}</p>;
};

const Waiting = () => {
  const { t } = useTranslation();
  return (
    <p className="hy-pad hy-quiet" role="status">
      {t('region.loading')}
    </p>
  );
};
