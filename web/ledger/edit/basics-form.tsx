import { AutoComplete, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_METHODS } from '../../../domain/contracts/driving.ts';
import { HAZARD_CATEGORIES, type Hazard } from '../../../domain/contracts/hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { categoryText } from '../hazard-words.ts';
import { ownMines } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { useEdit } from './edit-store.ts';
import { ElevationField } from './elevation-field.tsx';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';
import { PlaceField } from './place-field.tsx';

const KNOWN = Object.keys(HAZARD_CATEGORIES);

/** What it is, where it is, and how it was found. */
export const BasicsForm = ({ draft, onChange }: FormProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { mines: shown, nameOfMine } = useSurroundings();
  const mines = ownMines(useAccount(), shown);
  const isNew = useEdit(({ edit }) => edit?.base === null);
  const setFound = (patch: Partial<Hazard['found']>): void =>
    onChange({ ...draft, found: { ...draft.found, ...patch } });
  return (
    <>
      {isNew && (
        <div className="hy-edit-two">
          <Field label={t('hazardEdit.id')} name="id" required>
            {(id) => (
              <Input
                id={id}
                maxLength={200}
                value={draft.id}
                onChange={({ target }) => onChange({ ...draft, id: target.value })}
              />
            )}
          </Field>
          {mines.length > 1 && (
            <Field label={t('ledger.mine')} name="mine" required>
              {(id) => (
                <Select
                  id={id}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={draft.mine}
                  options={mines.map((value) => ({ value, label: nameOfMine(value) }))}
                  onChange={(mine) => onChange({ ...draft, mine })}
                />
              )}
            </Field>
          )}
        </div>
      )}
      <Field label={t('hazardField.title')} name="title" required>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={draft.title}
            onChange={({ target }) => onChange({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <Field label={t('hazardField.category')} name="category" hint={t('hazardEdit.categoryHint')} required>
        {(id) => (
          <AutoComplete
            id={id}
            value={categoryText(draft.category, language)}
            options={KNOWN.map((value) => ({ value: categoryText(value, language) }))}
            onChange={(text: string) =>
              onChange({
                ...draft,
                category: KNOWN.find((one) => categoryText(one, language) === text) ?? text,
              })
            }
          />
        )}
      </Field>
      <PlaceField mine={draft.mine} place={draft.place} onChange={(place) => onChange({ ...draft, place })} />
      {draft.place.kind !== 'feature' && (
        <ElevationField
          elevation={draft.elevation}
          onChange={(elevation) => onChange({ ...draft, elevation })}
        />
      )}
      <div className="hy-edit-three">
        <Field label={t('hazardEdit.foundOn')} name="found-on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={draft.found.on}
              onChange={({ target }) => setFound({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.foundHow')} name="found-how" required>
          {(id) => (
            <Select
              id={id}
              value={draft.found.how}
              options={EVIDENCE_METHODS.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
              onChange={(how) => setFound({ how })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.foundBy')} name="found-by" required>
          {(id) => (
            <Input id={id} value={draft.found.by} onChange={({ target }) => setFound({ by: target.value })} />
          )}
        </Field>
      </div>
    </>
  );
};
