import {
  CheckOutlined,
  DesktopOutlined,
  MoonOutlined,
  QuestionCircleOutlined,
  SunOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '../accounts/account-menu.tsx';
import { useCountyList } from './county-list.ts';
import { LANGUAGES } from './languages.ts';
import markUrl from './mark.svg';
import { MineSwitcher } from './mine-switcher.tsx';
import { chooseLanguage, chooseTheme, useLanguage, useTheme } from './preferences.ts';
import type { ThemeChoice } from './view-state.ts';
import { setView, useView } from './view-store.ts';
import { workspaces } from './workspaces.ts';

const THEMES = [
  { key: 'system', icon: <DesktopOutlined />, text: 'app.themeSystem' },
  { key: 'light', icon: <SunOutlined />, text: 'app.themeLight' },
  { key: 'dark', icon: <MoonOutlined />, text: 'app.themeDark' },
] as const;

export const TopBar = ({ onHelp }: { onHelp: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const choice = useView((state) => state.theme) ?? 'system';
  const open = useView((state) => state.workspace);
  const seesCounty = useCountyList((list) => list.status === 'open' && list.counties.length > 0);
  // Whoever sees no county is not offered one; a link into one still says why it does not open.
  const shown = workspaces().filter(({ of, id }) => of === 'mine' || seesCounty || id === open);
  return (
    <header className="hy-top">
      <div className="hy-brand">
        <img src={markUrl} alt="" width={22} height={22} />
        <strong>{t('app.name')}</strong>
        {language === 'zh' && <span>Hyalite</span>}
      </div>
      <nav className="hy-tabs" aria-label={t('app.workspaces')}>
        {shown.map(({ id, title, icon: Icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === open ? 'page' : undefined}
            onClick={() => setView({ workspace: id })}
          >
            <Icon /> {t(title)}
          </button>
        ))}
      </nav>
      {workspaces().find(({ id }) => id === open)?.of === 'mine' && <MineSwitcher />}
      <div className="hy-top-end">
        <AccountMenu />
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: [language],
            items: LANGUAGES.map(({ key, label }) => ({
              key,
              label,
              icon: <CheckOutlined style={{ visibility: key === language ? 'visible' : 'hidden' }} />,
            })),
            onClick: ({ key }) => chooseLanguage(key === 'en' ? 'en' : 'zh'),
          }}
        >
          <Button type="text" icon={<TranslationOutlined />} aria-label={t('app.language')}>
            {language === 'zh' ? '中' : 'EN'}
          </Button>
        </Dropdown>
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: [choice],
            items: THEMES.map(({ key, icon, text }) => ({ key, icon, label: t(text) })),
            onClick: ({ key }) => chooseTheme(key as ThemeChoice),
          }}
        >
          <Button
            type="text"
            icon={theme === 'dark' ? <MoonOutlined /> : <SunOutlined />}
            aria-label={t('app.theme')}
          />
        </Dropdown>
        <Tooltip title={`${t('app.help')} (?)`}>
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t('app.help')}
            aria-keyshortcuts="?"
            onClick={onHelp}
          />
        </Tooltip>
      </div>
    </header>
  );
};
