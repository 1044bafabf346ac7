import {
  BlockOutlined,
  CompassOutlined,
  HomeOutlined,
  MinusOutlined,
  PlusOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { DrawHazardButton } from '../draw/draw-hazard-button.tsx';
import { useMap } from './map-store.ts';
import { SCENE_PITCH } from './scene-pitch.ts';

/** As steep as depth is read well and the far end of the county is still in the picture. */
const TILTED_PITCH = 60;

/** What is done with the map's camera, and its print. */
export const MapToolbar = ({ onPrint }: { onPrint: () => void }) => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const view = useMap((map) => map.view);
  const isTilted = useView((state) => (state.mapPose?.pitch ?? 0) >= SCENE_PITCH);
  const bearing = useView((state) => state.mapPose?.bearing ?? 0);
  const button = (o: {
    action: string;
    title: string;
    icon: ReactNode;
    onClick: () => void;
    pressed?: boolean;
  }) => (
    <Tooltip title={o.title} placement="left">
      <Button
        icon={o.icon}
        aria-label={o.title}
        aria-pressed={o.pressed}
        type={o.pressed ? 'primary' : 'default'}
        data-action={o.action}
        disabled={view === null}
        onClick={o.onClick}
      />
    </Tooltip>
  );
  const turned = (patch: { bearing?: number; pitch?: number }) =>
    view?.setPose({ ...view.pose(), ...patch }, { fly: true });
  return (
    <div className="hy-map-tools" role="toolbar" aria-label={t('map.tools')} aria-orientation="vertical">
      {button({
        action: 'zoom-in',
        title: t('map.zoomIn'),
        icon: <PlusOutlined />,
        onClick: () => view?.zoomBy(1),
      })}
      {button({
        action: 'zoom-out',
        title: t('map.zoomOut'),
        icon: <MinusOutlined />,
        onClick: () => view?.zoomBy(-1),
      })}
      {button({
        action: 'north',
        title: t('map.northUp'),
        icon: <CompassOutlined style={{ transform: `rotate(${-bearing - 45}deg)` }} />,
        onClick: () => turned({ bearing: 0 }),
      })}
      {button({
        action: 'tilt',
        title: t(isTilted ? 'map.flat' : 'map.tilt'),
        icon: <BlockOutlined />,
        pressed: isTilted,
        onClick: () => turned({ pitch: isTilted ? 0 : TILTED_PITCH }),
      })}
      {button({
        action: 'home',
        title: t('map.whole'),
        icon: <HomeOutlined />,
        onClick: () => view?.fit(catalog.extent, { pitch: 0 }),
      })}
      <DrawHazardButton />
      {button({ action: 'print', title: t('map.print'), icon: <PrinterOutlined />, onClick: onPrint })}
    </div>
  );
};
