import { AuditOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerRegionTab } from '../region-tabs.ts';

registerRegionTab({
  id: 'ledger',
  title: 'ledger.countyTab',
  icon: AuditOutlined,
  component: lazy(() => import('./county-ledger.tsx')),
  // The ledger's keys are those of the Mine workspace too, which registers them.
  urlFields: [],
});
