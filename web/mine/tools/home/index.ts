import { HomeOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';

register({
  id: 'home',
  title: 'tool.home',
  hint: 'tool.homeHint',
  icon: HomeOutlined,
  place: 'camera',
  shortcut: 'h',
  enabled: ({ session }) => session.view !== null,
  perform: ({ session }) => session.view?.flyHome(),
});
