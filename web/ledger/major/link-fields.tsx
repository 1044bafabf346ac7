import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { failureText } from '../../shell/failure-text.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useView } from '../../shell/view-store.ts';
import { Field } from '../edit/field.tsx';
import { categoryText } from '../hazard-words.ts';
import { usePlacedHazards } from '../use-placed-hazards.ts';
import { MajorPlaceField } from './major-place-field.tsx';

interface Props {
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

/** What a major hazard is about: hidden hazards of the mine's ledger, and a place. Only what the reader may see can be chosen. */
export const LinkFields = ({ hazard, onChange }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = useView((state) => state.day);
  const hidden = usePlacedHazards(hazard.mine, day);
  return (
    <>
      <Field label={t('major.hidden')} name="hidden" hint={t('major.hiddenHint')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            loading={hidden.status === 'loading'}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('major.hiddenSearch', { n: hidden.hazards.length })}
            notFoundContent={t(hidden.status === 'loading' ? 'ledger.loading' : 'major.noHidden')}
            value={[...hazard.hazards]}
            options={hidden.hazards.map((one) => ({
              value: one.id,
              label: `${one.id} · ${one.title} · ${categoryText(one.category, language)} · ${t(`hazardState.${one.state}`)}`,
            }))}
            onChange={(hazards: string[]) => onChange({ ...hazard, hazards })}
          />
        )}
      </Field>
      {hidden.failure && (
        <p role="alert" className="hy-bad">
          ✗ {t('ledger.failed')} {failureText(hidden.failure, t)}
        </p>
      )}
      <MajorPlaceField
        // Of another mine everything is to be chosen anew.
        key={hazard.mine}
        mine={hazard.mine}
        place={hazard.place}
        linked={hidden.hazards.filter(({ id }) => hazard.hazards.includes(id))}
        onChange={(place) => onChange({ ...hazard, place })}
      />
    </>
  );
};
