import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../shell/languages.ts';
import markUrl from '../shell/mark.svg';
import { chooseLanguage, useLanguage } from '../shell/preferences.ts';
import './accounts.css';

/** The page before the app: name, language, and one card. */
export const EntryFrame = ({ title, children }: { title: string; children: ReactNode }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = LANGUAGES.find(({ key }) => key !== language)!;
  return (
    <main className="hy-entry">
      <div className="hy-entry-column">
        <header className="hy-entry-head">
          <img src={markUrl} alt="" width={34} height={34} />
          <strong>{t('app.name')}</strong>
          {language === 'zh' && <span className="hy-quiet">Hyalite</span>}
          <Button
            type="text"
            icon={<TranslationOutlined />}
            lang={other.key}
            onClick={() => chooseLanguage(other.key)}
          >
            {other.label}
          </Button>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
};
