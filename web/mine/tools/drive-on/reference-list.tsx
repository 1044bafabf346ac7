import { useTranslation } from 'react-i18next';
import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { keyOfReason, ReasonItem } from './reason-item.tsx';
import { metresText } from './reason-words.ts';

/** What methods for coal mines would say: it decides nothing, and says so. */
export const ReferenceList = ({ heading: { references, inrush } }: { heading: HeadingAnswer }) => {
  const { t } = useTranslation();
  const compared = inrush.filter(({ against }) => against.length > 0);
  if (references.length + compared.length === 0) return null;
  return (
    <details className="hy-drive-references">
      <summary>
        {t('driveOn.references')} · {t('driveOn.coalOnly')}
      </summary>
      <ul className="hy-drive-reasons">
        {references.map((reason) => (
          <ReasonItem key={keyOfReason(reason)} reason={reason} surveyKnown />
        ))}
        {compared.map(({ obstacle, coefficient, megapascals, rockMetres, against }) => (
          <li key={obstacle}>
            <strong>
              {t('driveOn.inrush', {
                coefficient: formatNumber(coefficient, { decimals: 3 }) ?? '?',
                obstacle,
                pressure: formatNumber(megapascals, { decimals: 2 }) ?? '?',
                rock: metresText(rockMetres),
              })}
            </strong>
            {against.map(({ rule, value, exceeded }) => (
              <span key={rule.id}>
                {t(exceeded ? 'driveOn.inrushExceeds' : 'driveOn.inrushWithin', {
                  value,
                  rule: `${rule.id} · ${rule.clause} · ${rule.status}`,
                })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
