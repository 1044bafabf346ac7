import { LinkOutlined } from '@ant-design/icons';
import { copyLink } from '../../../shell/copy-link.ts';
import { register } from '../registry.ts';

register({
  id: 'copy-link',
  title: 'card.copyLink',
  icon: LinkOutlined,
  place: 'feature',
  shortcut: 'c',
  enabled: () => true,
  perform: copyLink,
});
