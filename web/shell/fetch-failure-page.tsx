import { useTranslation } from 'react-i18next';
import { FailurePage } from './failure-page.tsx';
import { failureText } from './failure-text.ts';
import type { FetchFailure } from './fetch-json.ts';
import { useLanguage } from './preferences.ts';

/** A broken file may break its contract in thousands of places; the first few tell what is wrong. */
const ISSUES_SHOWN = 8;

interface FetchFailurePageProps {
  readonly title: string;
  readonly failure: FetchFailure;
  readonly onRetry: () => void;
}

/** Why a file of the server could not be used, with its address and, for a broken one, the places in it. */
export const FetchFailurePage = ({ title, failure, onRetry }: FetchFailurePageProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = failureText(failure, t);
  const issues = failure.kind === 'wrong-shape' ? failure.issues : [];
  const detail =
    failure.kind === 'wrong-shape'
      ? [failure.url, ...issues.map(({ path, message }) => `${path}: ${message[language]}`)].join('\n')
      : [failure.url, failure.detail].filter(Boolean).join('\n');
  return (
    <FailurePage title={title} text={text} detail={detail} onRetry={onRetry}>
      <p className="hy-failure-place">
        <code>{failure.url}</code>
      </p>
      {issues.length > 0 && (
        <ul className="hy-failure-issues">
          {issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => (
            <li key={`${path}${message.en}`}>
              <code>{path}</code> {message[language]}
            </li>
          ))}
          {issues.length > ISSUES_SHOWN && (
            <li>{t('failure.andMore', { n: issues.length - ISSUES_SHOWN })}</li>
          )}
        </ul>
      )}
    </FailurePage>
  );
};
