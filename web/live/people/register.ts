import { TeamOutlined } from '@ant-design/icons';
import { registerPanel } from '../panels/registry.ts';
import { PeoplePanel } from './people-panel.tsx';

registerPanel({
  id: 'people',
  title: 'people.title',
  icon: TeamOutlined,
  component: PeoplePanel,
  offered: () => true,
});
