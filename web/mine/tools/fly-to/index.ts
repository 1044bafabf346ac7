import { AimOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'fly-to',
  title: 'card.flyTo',
  hint: 'tool.flyTo',
  icon: AimOutlined,
  place: 'feature',
  shortcut: 'f',
  enabled: ({ state, session }) => session.view !== null && state.selected !== null,
  perform: ({ state, session }) => {
    if (state.selected) session.view?.flyToFeature(state.selected);
  },
});
