import { CloseOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

/** Takes back one step at a time: first the isolation, then the selection. */
register({
  id: 'clear-selection',
  title: 'tool.clear',
  hint: 'help.esc',
  icon: CloseOutlined,
  place: 'keyboard',
  shortcut: 'escape',
  enabled: ({ state }) => state.selected !== null || state.isolated !== null,
  perform: ({ state, setView }) => setView(state.isolated ? { isolated: null } : { selected: null }),
});
