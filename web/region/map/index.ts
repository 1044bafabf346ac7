import { EnvironmentOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerRegionTab } from '../region-tabs.ts';

registerRegionTab({
  id: 'map',
  title: 'map.tab',
  icon: EnvironmentOutlined,
  component: lazy(() => import('./map-screen.tsx')),
  // The map's keys are those every screen of the county shares.
  urlFields: [],
});
