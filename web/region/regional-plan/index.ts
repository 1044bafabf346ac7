import { FileProtectOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { PLAN_FIELDS } from '../../regional-plan/plan-fields.ts';
import { registerRegionTab } from '../region-tabs.ts';

registerRegionTab({
  id: 'plan',
  title: 'regionalPlan.tab',
  icon: FileProtectOutlined,
  component: lazy(() => import('../../regional-plan/plan-screen.tsx')),
  urlFields: PLAN_FIELDS,
});
