import { useTranslation } from 'react-i18next';
import type { DriveReason } from '../../../../domain/contracts/drive-on.ts';
import { doubtWords, reasonDetails, reasonText } from './reason-words.ts';

interface Props {
  readonly reason: DriveReason;
  readonly surveyKnown: boolean;
}

/** One reason with what stands behind it; what its ± is made up of is folded away. */
export const ReasonItem = ({ reason, surveyKnown }: Props) => {
  const { t } = useTranslation();
  const doubt = doubtWords(reason, t);
  return (
    <li data-answer={reason.answer}>
      <strong>{reasonText(reason, surveyKnown, t)}</strong>
      {reasonDetails(reason, t).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {doubt && (
        <details>
          <summary>{doubt.title}</summary>
          {doubt.parts.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </details>
      )}
    </li>
  );
};

/** Of several reasons of one stretch no two say the same of the same. */
export const keyOfReason = ({ code, obstacle, rule }: DriveReason): string =>
  [code, obstacle?.id, rule?.id].join(' ');
