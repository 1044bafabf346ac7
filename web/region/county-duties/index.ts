import { ScheduleOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerRegionTab } from '../region-tabs.ts';
import { DUTY_QUERY_FIELDS } from './duty-query-fields.ts';

registerRegionTab({
  id: 'duties',
  title: 'countyDuties.tab',
  icon: ScheduleOutlined,
  component: lazy(() => import('./county-duties-screen.tsx')),
  // The mine, the day and which mines are meant are the map's: one link shows the same of both.
  urlFields: DUTY_QUERY_FIELDS,
});
