import type { TFunction } from 'i18next';
import type { TextKey } from '../i18n/i18n.ts';
import { failureText } from '../shell/failure-text.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';

const BY_STATUS: Readonly<Record<number, TextKey>> = {
  410: 'accounts.badLink',
  422: 'accounts.poor',
  429: 'accounts.tooMany',
  503: 'accounts.noDatabase',
};

/** Why somebody is not let in. @param refused what 401 means here */
export const entryFailureText = (failure: FetchFailure, t: TFunction, refused: TextKey): string => {
  if (failure.kind !== 'refused') return failureText(failure, t);
  if (failure.status === 401) return t(refused);
  const known = BY_STATUS[failure.status];
  return known ? t(known) : `${t('accounts.refused')} ${failure.detail}`;
};
