import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { failureText } from '../../shell/failure-text.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { Field } from '../edit/field.tsx';
import { categoryText } from '../hazard-words.ts';
import type { LedgerRow } from '../ledger-row.ts';
import { useLedger } from '../ledger-store.ts';
import { MajorPlaceField } from './major-place-field.tsx';

interface Props {
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

const NO_ROWS: readonly LedgerRow[] = [];

/** What a major hazard is about: hidden hazards of the mine's ledger, and a place. Only what the reader may see can be chosen. */
export const LinkFields = ({ hazard, onChange }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const ledger = useLedger(({ state }) => state);
  const all = ledger.status === 'open' ? ledger.rows : NO_ROWS;
  const rows = all.filter(({ version }) => version.hazard.mine === hazard.mine);
  return (
    <>
      <Field label={t('major.hidden')} name="hidden" hint={t('major.hiddenHint')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            loading={ledger.status === 'loading'}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('major.hiddenSearch', { n: rows.length })}
            notFoundContent={t(ledger.status === 'loading' ? 'ledger.loading' : 'major.noHidden')}
            value={[...hazard.hazards]}
            options={rows.map(({ version: { hazard: one } }) => ({
              value: one.id,
              label: `${one.id} · ${one.title} · ${categoryText(one.category, language)} · ${t(`hazardState.${one.state}`)}`,
            }))}
            onChange={(hazards: string[]) => onChange({ ...hazard, hazards })}
          />
        )}
      </Field>
      {ledger.status === 'failed' && (
        <p role="alert" className="hy-bad">
          ✗ {t('ledger.failed')} {failureText(ledger.failure, t)}
        </p>
      )}
      <MajorPlaceField
        // Of another mine everything is to be chosen anew.
        key={hazard.mine}
        mine={hazard.mine}
        place={hazard.place}
        linked={rows.flatMap(({ version }) =>
          hazard.hazards.includes(version.hazard.id) ? [version.hazard] : [],
        )}
        onChange={(place) => onChange({ ...hazard, place })}
      />
    </>
  );
};
