import { BellOutlined } from '@ant-design/icons';
import { registerPanel } from '../panels/registry.ts';
import { isUnanswered } from './alarm-queue.ts';
import { AlarmsPanel } from './alarms-panel.tsx';

registerPanel({
  id: 'alarms',
  title: 'alarms.title',
  icon: BellOutlined,
  component: AlarmsPanel,
  offered: () => true,
  badge: ({ alarms }) => [...alarms.values()].filter(isUnanswered).length,
});
