import { ColumnWidthOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'level',
  title: 'tool.level',
  hint: 'tool.levelHint',
  icon: ColumnWidthOutlined,
  place: 'camera',
  foldsFirst: true,
  shortcut: 'l',
  enabled: ({ session }) => session.view !== null,
  perform: ({ session }) => session.view?.levelView(),
});
