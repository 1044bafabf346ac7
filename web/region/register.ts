import { GlobalOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerWorkspace } from '../shell/workspaces.ts';
import { REGION_FIELDS } from './region-fields.ts';
import { regionTabs } from './region-tabs.ts';
import './tabs.ts';

registerWorkspace({
  id: 'region',
  title: 'workspace.region',
  of: 'county',
  icon: GlobalOutlined,
  component: lazy(() => import('./region-workspace.tsx')),
  urlFields: [...REGION_FIELDS, ...regionTabs().flatMap(({ urlFields }) => urlFields)],
  shortcuts: [
    { key: '← ↑ → ↓', text: 'map.keyPan' },
    { key: '+ −', text: 'map.keyZoom' },
    { key: 'Shift ← →', text: 'map.keyTurn' },
    { key: 'Shift ↑ ↓', text: 'map.keyTilt' },
  ],
  mouse: ['map.mousePan', 'map.mouseZoom', 'map.mouseTilt', 'map.mousePick', 'help.tab'],
});
