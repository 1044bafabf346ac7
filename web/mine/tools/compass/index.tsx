import { CompassOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';
import { Compass } from './compass.tsx';

register({
  id: 'north',
  title: 'tool.north',
  icon: CompassOutlined,
  place: 'camera',
  shortcut: 'n',
  enabled: ({ session }) => session.view !== null,
  perform: ({ session }) => {
    const { view } = session;
    if (view) view.flyTo({ ...view.pose(), heading: 0 });
  },
  control: Compass,
});
