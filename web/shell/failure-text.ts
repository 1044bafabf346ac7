import type { TFunction } from 'i18next';
import type { FetchFailure } from './fetch-json.ts';

/** What happened and what to do, in the reader's language. */
export const failureText = (failure: FetchFailure, t: TFunction): string =>
  ({
    unreachable: t('failure.unreachable'),
    missing: t('failure.missing'),
    refused: t('failure.refused', { status: failure.kind === 'refused' ? failure.status : '' }),
    'not-json': t('failure.notJson'),
    'wrong-shape': t('failure.wrongShape'),
  })[failure.kind];
