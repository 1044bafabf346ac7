import { FullscreenOutlined } from '@ant-design/icons';
import { featureField } from '../../../shell/url-fields.ts';
import { register } from '../registry.ts';

register({
  id: 'isolate',
  title: 'tool.isolate',
  hint: 'tool.isolateHint',
  icon: FullscreenOutlined,
  place: 'feature',
  shortcut: 'i',
  enabled: ({ state, session }) =>
    session.view !== null && (state.selected !== null || state.isolated !== null),
  active: ({ state }) => state.isolated !== null,
  perform: ({ state, setView }) => setView({ isolated: state.isolated ? null : state.selected }),
  url: featureField('iso', 'isolated'),
});
