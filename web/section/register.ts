import { PartitionOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { registerWorkspace } from '../shell/workspaces.ts';
import { DRAWING_FIELDS } from './drawing-fields.ts';

registerWorkspace({
  id: 'section',
  title: 'workspace.section',
  of: 'mine',
  icon: PartitionOutlined,
  component: lazy(() => import('./section-workspace.tsx')),
  urlFields: DRAWING_FIELDS,
  shortcuts: [],
});
