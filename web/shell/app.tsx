import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountGate } from '../accounts/account-gate.tsx';
import { HTML_LANG } from '../i18n/i18n.ts';
import { antdThemeOf, applyPalette } from '../theme/tokens.ts';
import { NoticeOutlet } from './notice-outlet.tsx';
import { useLanguage, useReducedMotion, useTheme } from './preferences.ts';
import { Shell } from './shell.tsx';

const ANTD_TEXTS = { zh: zhCN, en: enUS };

/** Language and theme around everything. @param onEnter begins to load, once somebody is signed in */
export const App = ({ onEnter }: { onEnter: () => void }) => {
  const { i18n, t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const antdTheme = useMemo(() => antdThemeOf(theme, reducedMotion), [theme, reducedMotion]);

  useEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = HTML_LANG[language];
  }, [i18n, language]);
  useEffect(() => applyPalette(theme, document.documentElement), [theme]);
  const title = language === 'zh' ? `${t('app.name')} Hyalite` : 'Hyalite';
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <ConfigProvider
      locale={ANTD_TEXTS[language]}
      theme={antdTheme}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <AntdApp className="hy-app">
        <AccountGate onEnter={onEnter}>
          <Shell />
        </AccountGate>
        <NoticeOutlet />
      </AntdApp>
    </ConfigProvider>
  );
};
