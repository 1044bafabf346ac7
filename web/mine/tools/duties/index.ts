import { FileProtectOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';
import { DUTY_FIELD } from './duty-field.ts';

register({
  id: 'duties',
  title: 'duties.tool',
  hint: 'duties.toolHint',
  icon: FileProtectOutlined,
  place: 'data',
  // 考 is "kao".
  shortcut: 'k',
  enabled: ({ session }) => session.catalog.status === 'open',
  active: ({ state }) => state.duty !== null,
  perform({ state, setView }) {
    setView({ duty: state.duty ? null : 'due' });
  },
  url: DUTY_FIELD,
});
