import { RiseOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerPanel } from '../registry.ts';

registerPanel({
  id: 'slopes',
  title: 'slopes.title',
  icon: RiseOutlined,
  component: lazy(() => import('./slopes-panel.tsx')),
  offered: ({ setup }) => setup !== null && setup.slopes.length > 0,
  badge: ({ alarms }) =>
    [...alarms.values()].filter(
      ({ kind, acknowledged }) =>
        (kind === 'slope-warning' || kind === 'slope-forecast') && acknowledged === null,
    ).length,
});
