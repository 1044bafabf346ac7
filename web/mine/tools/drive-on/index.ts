import { BuildOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';
import { DRIVE_FIELD } from './drive-field.ts';

register({
  id: 'drive-on',
  title: 'driveOn.tool',
  hint: 'driveOn.toolHint',
  icon: BuildOutlined,
  place: 'data',
  // 掘 is "jue".
  shortcut: 'j',
  enabled: ({ session }) => session.catalog.status === 'open',
  active: ({ state }) => state.driveOn !== null,
  perform({ state, setView }) {
    setView({ driveOn: state.driveOn ? null : { heading: null } });
  },
  url: DRIVE_FIELD,
});
