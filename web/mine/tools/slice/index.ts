import { ScissorOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';
import { SLICE_FIELD } from './slice-field.ts';
import { usualSlice } from './usual-slice.ts';

register({
  id: 'slice',
  title: 'slice.tool',
  hint: 'slice.toolHint',
  icon: ScissorOutlined,
  place: 'look',
  shortcut: 'x',
  enabled: ({ session }) => session.view !== null && session.catalog.status === 'open',
  active: ({ state }) => state.slice !== null,
  perform({ state, session, setView }) {
    if (session.catalog.status !== 'open') return;
    setView({ slice: state.slice ? null : usualSlice('plane', null, session.catalog.catalog) });
  },
  url: SLICE_FIELD,
});
