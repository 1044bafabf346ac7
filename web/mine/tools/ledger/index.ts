import { AuditOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'ledger',
  title: 'ledger.tool',
  hint: 'ledger.toolHint',
  icon: AuditOutlined,
  place: 'data',
  // 台账 is "taizhang".
  shortcut: 't',
  enabled: ({ session }) => session.catalog.status === 'open',
  active: ({ state }) => state.ledgerPage !== null || state.openHazard !== null,
  perform({ state, setView }) {
    const shown = state.ledgerPage !== null || state.openHazard !== null;
    setView({ ledgerPage: shown ? null : 'list', openHazard: null });
  },
});
