import { DashboardOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerPanel } from '../registry.ts';
import { READING_KINDS } from './reading-rows.ts';

registerPanel({
  id: 'readings',
  title: 'readings.title',
  icon: DashboardOutlined,
  component: lazy(() => import('./readings-panel.tsx')),
  offered: ({ setup }) =>
    setup?.devices.some(({ kind }) => (READING_KINDS as readonly string[]).includes(kind)) ?? false,
  badge: ({ alarms }) =>
    [...alarms.values()].filter(
      ({ kind, acknowledged }) =>
        (kind === 'reading-threshold' || kind === 'reading-change' || kind === 'seal-broken') &&
        acknowledged === null,
    ).length,
});
