import { BarsOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'boreholes',
  title: 'boreholes.tool',
  hint: 'boreholes.toolHint',
  icon: BarsOutlined,
  place: 'look',
  shortcut: 'b',
  enabled: ({ session }) => session.catalog.status === 'open',
  active: ({ state }) => state.holesTab !== null,
  perform: ({ state, setView }) => setView({ holesTab: state.holesTab === null ? 'logs' : null }),
});
