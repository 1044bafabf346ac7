import { VerticalAlignBottomOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'plan',
  title: 'tool.plan',
  hint: 'tool.planHint',
  icon: VerticalAlignBottomOutlined,
  place: 'camera',
  shortcut: 'p',
  enabled: ({ session }) => session.view !== null,
  perform: ({ session }) => session.view?.plan(),
});
