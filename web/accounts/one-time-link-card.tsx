import { CopyOutlined, LeftOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OneTimeLink } from '../../domain/contracts/session.ts';
import { HTML_LANG } from '../i18n/i18n.ts';
import { copyText } from '../shell/copy-text.ts';
import { notify } from '../shell/notices.ts';
import { useLanguage } from '../shell/preferences.ts';

/** A link that is shown once, to be handed over. */
export const OneTimeLinkCard = ({
  id,
  link,
  onBack,
}: {
  id: string;
  link: OneTimeLink;
  onBack: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = `${window.location.origin}${link.path}`;
  const until = new Date(link.expiresAt).toLocaleString(HTML_LANG[language], { hour12: false });
  return (
    <section className="hy-link-card" aria-labelledby="hy-link-title">
      <h3 id="hy-link-title">{t('accountList.linkTitle', { id })}</h3>
      <p>{t('accountList.linkText', { until })}</p>
      <Input.TextArea readOnly autoSize value={address} aria-labelledby="hy-link-title" />
      <div className="hy-accounts-bar">
        <Button icon={<LeftOutlined />} onClick={onBack}>
          {t('accountList.back')}
        </Button>
        <Button
          type="primary"
          icon={<CopyOutlined />}
          onClick={async () => notify({ kind: (await copyText(address)) ? 'copied' : 'copy-failed' })}
        >
          {t('accountList.copy')}
        </Button>
      </div>
    </section>
  );
};
