import { ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';
import { notify } from './notices.ts';

interface FailurePageProps {
  readonly title: string;
  /** Cause and mend, in the person's words. */
  readonly text: string;
  /** For the maintainer: copied as it stands. */
  readonly detail?: string;
  readonly children?: ReactNode;
  readonly actionLabel?: string;
  readonly onRetry?: () => void;
}

/** A whole area without a picture: what happened, why, how to mend it, and a way to try again. */
export const FailurePage = ({ title, text, detail, children, actionLabel, onRetry }: FailurePageProps) => {
  const { t } = useTranslation();
  return (
    <div className="hy-failure" role="alert">
      <WarningOutlined className="hy-failure-icon" aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
      {detail && (
        <details>
          <summary>{t('app.details')}</summary>
          <pre>{detail}</pre>
          <Button
            size="small"
            onClick={async () => notify({ kind: (await copyText(detail)) ? 'copied' : 'copy-failed' })}
          >
            {t('app.copy')}
          </Button>
        </details>
      )}
      {onRetry && (
        <Button type="primary" icon={<ReloadOutlined />} onClick={onRetry}>
          {actionLabel ?? t('app.retry')}
        </Button>
      )}
    </div>
  );
};
