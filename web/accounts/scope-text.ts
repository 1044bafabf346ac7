import type { TFunction } from 'i18next';
import type { Account } from '../../domain/contracts/account.ts';

/** What an account sees, in words. `names`: what mines and counties are called; where that is not known, their ids. */
export const scopeText = (
  { role, county, mines, isDemo }: Pick<Account, 'role' | 'county' | 'mines' | 'isDemo'>,
  t: TFunction,
  names: { readonly mine: (id: string) => string; readonly county: (id: string) => string },
): string => {
  if (role === 'administrator' && !isDemo) return t('accounts.scopeAll');
  const list = mines.map(names.mine).join(t('accounts.comma'));
  if (county === null) return mines.length === 0 ? t('accounts.scopeNone') : list;
  const whole = t('accounts.scopeCounty', { county: names.county(county) });
  return mines.length === 0 ? whole : t('accounts.scopeBoth', { county: names.county(county), mines: list });
};
