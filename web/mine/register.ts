import { GoldOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { HOLE_FIELDS } from '../boreholes/hole-fields.ts';
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
  urlFields: [...LIVE_FIELDS, ...HOLE_FIELDS, ...mineTools.all().flatMap(({ url }) => (url ? [url] : []))],
  shortcuts: mineTools
    .all()
    .flatMap(({ shortcut, title, hint }) =>
      shortcut ? [{ key: keyLabel(shortcut), text: hint ?? title }] : [],
    ),
});
