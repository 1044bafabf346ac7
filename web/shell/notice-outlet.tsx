import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clearNotices, useNotices } from './notices.ts';

/** Says the queued notices in the person's language. */
export const NoticeOutlet = () => {
  const { t } = useTranslation();
  const { message, notification } = App.useApp();
  const queue = useNotices((state) => state.queue);
  useEffect(() => {
    if (queue.length === 0) return;
    clearNotices();
    for (const notice of queue) {
      if (notice.kind === 'copied') void message.success(t('app.copied'));
      else if (notice.kind === 'copy-failed') void message.error(t('app.copyFailed'));
      else if (notice.kind === 'results-copied') void message.success(t('measure.copied'));
      else if (notice.kind === 'results-copy-failed') void message.error(t('measure.copyFailed'));
      else {
        const lines =
          notice.kind === 'link-dropped'
            ? notice.dropped.map(({ key, value, reason }) => t(`url.${reason}`, { key, value }))
            : notice.kind === 'link-layers'
              ? notice.layers.map((id) => t('url.noLayer', { id }))
              : [t('url.noWorkspace', { id: notice.workspace })];
        notification.warning({
          title: t('url.title'),
          description: lines.map((line) => <div key={line}>{line}</div>),
          placement: 'bottomRight',
          duration: false,
        });
      }
    }
  }, [queue, message, notification, t]);
  return null;
};
