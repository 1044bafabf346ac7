import { EyeOutlined } from '@ant-design/icons';
import { percentField } from '../../../shell/url-fields.ts';
import { DEFAULT_VIEW } from '../../../shell/view-state.ts';
import { register } from '../registry.ts';
import { hasGround } from './has-ground.ts';
import { SeeThroughControl } from './see-through-control.tsx';

register({
  id: 'see-through',
  title: 'tool.seeThrough',
  icon: EyeOutlined,
  place: 'look',
  shortcut: 'g',
  // A mine without terrain has no ground to see through.
  enabled: ({ session }) => session.view !== null && hasGround(session),
  active: ({ state }) => state.seeThrough > 0,
  perform: ({ state, setView }) =>
    setView({ seeThrough: state.seeThrough > 0 ? 0 : DEFAULT_VIEW.seeThrough }),
  control: SeeThroughControl,
  url: percentField('see', 'seeThrough'),
});
