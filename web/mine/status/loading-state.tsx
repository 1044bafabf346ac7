import { CheckCircleOutlined, LoadingOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useSession } from '../mine-session.ts';

export const LoadingState = () => {
  const { t } = useTranslation();
  const { pending, firstPicture } = useSession((session) => session.progress);
  const stopped = useSession((session) => session.stopped !== null);
  const [icon, text] = stopped
    ? [<StopOutlined key="i" />, t('loading.stopped')]
    : pending > 0
      ? [<LoadingOutlined key="i" />, t('loading.pending', { n: formatCount(pending) })]
      : firstPicture
        ? [<CheckCircleOutlined key="i" />, t('loading.done')]
        : [<LoadingOutlined key="i" />, t('loading.first')];
  return (
    <output className="hy-loading">
      <span aria-hidden="true">{icon}</span> {text}
    </output>
  );
};
