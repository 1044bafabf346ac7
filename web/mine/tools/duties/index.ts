import { FileProtectOutlined } from '@ant-design/icons';
import type { UrlField } from '../../../shell/url-state.ts';
import { DUTIES, type DutyKind } from '../../../shell/view-state.ts';
import { register } from '../registry.ts';

const isDuty = (text: string): text is DutyKind => (DUTIES as readonly string[]).includes(text);

const DUTY_FIELD: UrlField = {
  key: 'duty',
  write: ({ duty }) => duty,
  read: (text) => (isDuty(text) ? { duty: text } : null),
};

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
    setView({ duty: state.duty ? null : 'coverage' });
  },
  url: DUTY_FIELD,
});
