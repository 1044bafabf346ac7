import { useTranslation } from 'react-i18next';
import { jurisdictionIn } from '../../../domain/rules/jurisdiction-names.ts';
import { verificationOf, writtenClause } from '../../../domain/rules/verification.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { SourceText } from '../source-text.tsx';
import { VerificationSign } from './verification-sign.tsx';

interface Props {
  readonly jurisdiction: string;
  readonly clause: string;
  readonly status: string;
}

/** Where a number holds, which clause says it and how far it can be relied on, in the reader's language. */
export const RuleSource = ({ jurisdiction, clause, status }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const written = writtenClause(clause);
  return (
    <span className="hy-rule-source">
      {jurisdiction !== '—' && (
        <>
          <SourceText text={jurisdictionIn(jurisdiction, language)} />
          {' · '}
        </>
      )}
      {written !== null ? (
        <>
          <SourceText text={written} />
          {' · '}
        </>
      ) : (
        // The sign says it of what the demo made up.
        verificationOf(status) !== 'demo' && `${t('rules.noClause')} · `
      )}
      <VerificationSign status={status} />
    </span>
  );
};
