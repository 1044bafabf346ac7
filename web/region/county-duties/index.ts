import { ScheduleOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerRegionTab } from '../region-tabs.ts';

registerRegionTab({
  id: 'duties',
  title: 'countyDuties.tab',
  icon: ScheduleOutlined,
  component: lazy(() => import('./county-duties-screen.tsx')),
  // The mine, the day and the filter are the map's: one link shows the same of both.
  urlFields: [],
});
