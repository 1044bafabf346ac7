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
  shortcuts: [],
});
