import { GoldOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { HOLE_FIELDS } from '../boreholes/hole-fields.ts';
import { LEDGER_FIELDS } from '../ledger/ledger-fields.ts';
import { LIVE_FIELDS } from '../live/live-fields.ts';
import { registerWorkspace } from '../shell/workspaces.ts';
import { mineTools } from './tools/index.ts';
import { keyLabel } from './tools/keyboard.ts';

registerWorkspace({
  id: 'mine',
  title: 'workspace.mine',
  of: 'mine',
  icon: GoldOutlined,
  component: lazy(() => import('./mine-workspace.tsx')),
  // The Region workspace shows the ledger by the same keys.
  urlFields: [
    ...LIVE_FIELDS,
    ...HOLE_FIELDS,
    ...LEDGER_FIELDS,
    ...mineTools.all().flatMap(({ url }) => (url ? [url] : [])),
  ],
  shortcuts: mineTools
    .all()
    .flatMap(({ shortcut, title, hint }) =>
      shortcut ? [{ key: keyLabel(shortcut), text: hint ?? title }] : [],
    ),
});
