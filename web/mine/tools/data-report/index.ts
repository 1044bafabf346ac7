import { AuditOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'data-report',
  title: 'tool.report',
  hint: 'tool.reportHint',
  icon: AuditOutlined,
  place: 'data',
  foldsFirst: true,
  shortcut: 'r',
  enabled: ({ session }) => session.catalog.status === 'open',
  active: ({ session }) => session.reportOpen,
  perform: ({ session, setSession }) => setSession({ reportOpen: !session.reportOpen }),
});
