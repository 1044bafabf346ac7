import { useTranslation } from 'react-i18next';
import { NO_SITE_RULES } from '../../../domain/sites/site-standing.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useOpenCounty } from '../county-store.ts';
import { type SiteMarkRow, siteMarkRows } from './site-mark-rows.ts';

/** What a mark of sites is called; one the county's rules do not know, as an old link may hold, is called as it is written. */
export const useMarkName = (): ((mark: string) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { siteRules = NO_SITE_RULES } = useOpenCounty().catalog;
  const named = ({ name, is }: SiteMarkRow): string => {
    if (is === 'unknown') return t('map.markUnknown', { name: name[language] });
    return is === 'class-unknown' ? t('map.classUnknown', { kind: name[language] }) : name[language];
  };
  const rows = siteMarkRows(siteRules);
  return (mark) => {
    const row = rows.find((one) => one.mark === mark);
    return row ? named(row) : mark;
  };
};
