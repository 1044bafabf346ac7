import { useTranslation } from 'react-i18next';
import type { Elevation } from '../../../domain/contracts/hazard.ts';
import { Field } from './field.tsx';
import { NumberField } from './number-field.tsx';

interface Props {
  readonly elevation: Elevation | undefined;
  readonly onChange: (elevation: Elevation | undefined) => void;
}

const ENDS = ['top', 'bottom'] as const;

/** Between which heights what was drawn lies: a map says nothing of it, and what is left empty stays unknown. */
export const ElevationField = ({ elevation = { top: null, bottom: null }, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="hy-edit-heights">
      <div className="hy-edit-two">
        {ENDS.map((end) => (
          <Field key={end} label={t(`hazardEdit.${end}`)} name={`elevation-${end}`}>
            {(id) => (
              <NumberField
                id={id}
                value={elevation[end] ?? Number.NaN}
                onChange={(value) => {
                  const next = { ...elevation, [end]: Number.isNaN(value) ? null : value };
                  onChange(next.top === null && next.bottom === null ? undefined : next);
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="hy-quiet">{t('hazardEdit.heightsHint')}</p>
    </div>
  );
};
