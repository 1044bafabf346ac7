import { useTranslation } from 'react-i18next';
import { failureText } from '../../shell/failure-text.ts';
import { useLanguage } from '../../shell/preferences.ts';
import type { EditTrouble } from './edit-store.ts';

/** Why what was typed could not be written, all of it at once, and how to mend it. */
export const EditTroubles = ({ trouble }: { readonly trouble: EditTrouble }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (trouble.kind === 'conflict') return null;
  return (
    <div className="hy-edit-troubles" role="alert" data-trouble={trouble.kind}>
      {trouble.kind === 'shape' && (
        <ul>
          {trouble.issues.map(({ path, message }) => (
            <li key={`${path}${message.en}`}>
              ✗ <code>{path.replace(/^hazard\./, '')}</code> {message[language]}
            </li>
          ))}
        </ul>
      )}
      {trouble.kind === 'refused' && (
        <ul>
          {trouble.refusals.map(({ code, field, what, mend }) => (
            <li key={`${code} ${field}`} data-refusal={code}>
              ✗ {what[language]} <span className="hy-quiet">{mend[language]}</span>
            </li>
          ))}
        </ul>
      )}
      {trouble.kind === 'failed' && (
        <p>
          ✗ {failureText(trouble.failure, t)}{' '}
          {trouble.failure.kind !== 'wrong-shape' && (
            <span className="hy-quiet">{trouble.failure.detail}</span>
          )}
        </p>
      )}
    </div>
  );
};
