import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES, type MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { Field } from '../edit/field.tsx';
import { freeId } from '../edit/start-edit.ts';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { AuthorityFields } from './authority-fields.tsx';
import { DescribeFields } from './describe-fields.tsx';
import { LinkFields } from './link-fields.tsx';
import { takenMajors } from './major-store.ts';
import { ProducingField } from './producing-field.tsx';

interface Props {
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

/** A new major hazard: what, where from, and whether the mine was producing with it. */
export const ReportForm = ({ hazard, onChange }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { mines: shown, nameOfMine } = useSurroundings();
  const mines = ownMines(useAccount(), shown);
  const official = useNotAllowed('list-major-hazard') === null;
  const sources = official ? (['inspection', 'public-report'] as const) : (['self-reported'] as const);
  const set = (patch: Partial<MajorHazard>): void => onChange({ ...hazard, ...patch });
  return (
    <>
      {mines.length > 1 && (
        <Field label={t('ledger.mine')} name="mine" required>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={hazard.mine}
              options={mines.map((value) => ({ value, label: nameOfMine(value) }))}
              onChange={(mine) =>
                // What it was linked to, and its number, are of the mine it was begun for.
                set({
                  mine,
                  id: freeId(hazard.id.replace(/-\d+$/, ''), takenMajors(mine)),
                  hazards: [],
                  place: null,
                })
              }
            />
          )}
        </Field>
      )}
      <DescribeFields hazard={hazard} onChange={onChange} />
      <Field label={t('major.source')} name="source" required>
        {() => (
          <Radio.Group
            aria-label={t('major.source')}
            value={hazard.source}
            options={sources.map((value) => ({ value, label: MAJOR_SOURCES[value][language] }))}
            onChange={({ target }) =>
              set(
                target.value === 'inspection'
                  ? { source: 'inspection', inspection: { office: '', level: 'county' }, state: 'confirmed' }
                  : { source: target.value, inspection: null, state: 'reported' },
              )
            }
          />
        )}
      </Field>
      {hazard.inspection && (
        <AuthorityFields value={hazard.inspection} onChange={(inspection) => set({ inspection })} />
      )}
      <div className="hy-edit-two">
        <Field label={t('hazardEdit.foundOn')} name="found-on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={hazard.found.on}
              onChange={({ target }) => set({ found: { ...hazard.found, on: target.value } })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.foundBy')} name="found-by" required>
          {(id) => (
            <Input
              id={id}
              value={hazard.found.by}
              onChange={({ target }) => set({ found: { ...hazard.found, by: target.value } })}
            />
          )}
        </Field>
      </div>
      {official && (
        <ProducingField
          value={hazard.whileProducing}
          onChange={(whileProducing) => set({ whileProducing })}
        />
      )}
      <LinkFields hazard={hazard} onChange={onChange} />
    </>
  );
};
