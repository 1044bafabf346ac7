import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import { FIVE_FIXED } from '../../../domain/hazards/five-fixed.ts';
import type { HazardField } from '../../../domain/hazards/hazard-difference.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { DeadlineSign } from '../deadline-sign.tsx';
import { EditButton } from '../edit/edit-button.tsx';
import { hazardFieldText } from '../hazard-words.ts';
import { useNameOfLayer } from '../ledger-context.ts';
import { MovedSign } from '../moved-sign.tsx';

interface FieldProps {
  readonly hazard: Hazard;
  readonly field: HazardField;
  /** What is not given is wrong, and not merely unknown. */
  readonly required?: boolean;
  /** What is to be known of it besides. */
  readonly children?: ReactNode;
}

export const HazardFieldRow = ({ hazard, field, required = false, children }: FieldProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOfLayer = useNameOfLayer(hazard.mine);
  const text = hazardFieldText(hazard, field, t, language, nameOfLayer);
  return (
    <div className="hy-attribute" data-field={field} data-missing={required && text === null}>
      <dt>{t(`hazardField.${field}`)}</dt>
      <dd>
        {text !== null ? (
          <SourceText text={text} />
        ) : required ? (
          <strong className="hy-bad">✗ {t('hazardCard.missing')}</strong>
        ) : (
          <span className="hy-unknown">
            {t(field === 'elevation' ? 'ledgerPlace.heightUnknown' : 'hazardCard.notGiven')}
          </span>
        )}
        {children}
      </dd>
    </div>
  );
};

interface Props {
  readonly version: LedgerVersion;
  /** Days; null: there is no deadline. */
  readonly overdue: number | null;
  /** How its deadline was moved up to this version. */
  readonly moved: MovedDeadline | null;
}

/** The five that must be fixed, missing ones in red, and what it is to be treated to and was. */
export const FixedAndTreatment = ({ version, overdue, moved }: Props) => {
  const { t } = useTranslation();
  const { hazard } = version;
  return (
    <>
      <section className="hy-hazard-part" data-part="fixed">
        <h3>
          <span>{t('hazardCard.fixed')}</span>
          <EditButton task="fixed" version={version} />
        </h3>
        <dl>
          {FIVE_FIXED.map((field) => (
            <HazardFieldRow key={field} hazard={hazard} field={field} required>
              {field === 'deadline' && <MovedSign moved={moved} whole />}
            </HazardFieldRow>
          ))}
        </dl>
        {overdue !== null && overdue > 0 && (
          <p>
            <DeadlineSign hazard={hazard} overdue={overdue} moved={null} />{' '}
            <EditButton task="extend" version={version} />
          </p>
        )}
      </section>
      <section className="hy-hazard-part" data-part="treatment">
        <h3>
          <span>{t('hazardCard.treatment')}</span>
          <EditButton task="treatment" version={version} />
        </h3>
        <dl>
          {(['target', 'begun', 'accepted'] as const).map((field) => (
            <HazardFieldRow key={field} hazard={hazard} field={field} />
          ))}
        </dl>
      </section>
    </>
  );
};
