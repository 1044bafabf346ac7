import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text.ts';
import type { FetchFailure } from './fetch-json.ts';

/** Why an order to the gateway did not come about: in the reader's words, then in the gateway's own, which are English. */
export const Refusal = ({ text, failure }: { text: string; failure: FetchFailure }) => {
  const { t } = useTranslation();
  const detail = failure.kind === 'wrong-shape' ? '' : failure.detail;
  const words = failure.kind === 'missing' ? t('failure.refused', { status: 404 }) : failureText(failure, t);
  return (
    <p className="hy-bad" role="alert">
      {text} {words} {detail !== '' && <span lang="en">{detail}</span>}
    </p>
  );
};
