import { useTranslation } from 'react-i18next';
import { FailurePage } from '../shell/failure-page.tsx';
import { retryView, type Stopped } from './mine-session.ts';

/** Why the whole 3D picture is missing, over the place where it would be. */
export const StoppedPage = ({ stopped }: { stopped: Stopped }) => {
  const { t } = useTranslation();
  const reload = stopped.kind === 'engine-missing';
  const [title, text] = {
    'no-webgl': [t('failure.noWebglTitle'), t('failure.noWebgl')],
    'context-lost': [t('failure.contextLostTitle'), t('failure.contextLost')],
    'render-error': [t('failure.renderTitle'), t('failure.render')],
    'layer-failed': [t('failure.renderTitle'), t('failure.layer')],
    'engine-missing': [t('failure.engineTitle'), t('failure.engine')],
  }[stopped.kind] as [string, string];
  return (
    <div className="hy-stopped">
      <FailurePage
        title={title}
        text={text}
        detail={stopped.detail}
        actionLabel={reload ? t('app.reload') : undefined}
        onRetry={reload ? () => window.location.reload() : retryView}
      />
    </div>
  );
};
