import { useTranslation } from 'react-i18next';
import { FailurePage } from './failure-page.tsx';
import { FetchFailurePage } from './fetch-failure-page.tsx';
import type { FetchFailure } from './fetch-json.ts';

/** Why a mine's bundle cannot be opened: a file that did not come, or a bundle that the server found broken. */
export type CatalogTrouble = FetchFailure | { readonly kind: 'broken'; readonly reason: string };

export const CatalogFailure = ({ failure, onRetry }: { failure: CatalogTrouble; onRetry: () => void }) => {
  const { t } = useTranslation();
  return failure.kind === 'broken' ? (
    <FailurePage
      title={t('failure.catalogTitle')}
      text={t('failure.brokenBundle')}
      detail={failure.reason}
      onRetry={onRetry}
    >
      <p className="hy-failure-place">{failure.reason}</p>
    </FailurePage>
  ) : (
    <FetchFailurePage title={t('failure.catalogTitle')} failure={failure} onRetry={onRetry} />
  );
};
