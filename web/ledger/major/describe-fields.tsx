import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { Field } from '../edit/field.tsx';

interface Props {
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

/** What was found, in words, and by which clause it is major. */
export const DescribeFields = ({ hazard, onChange }: Props) => {
  const { t } = useTranslation();
  const set = (patch: Partial<MajorHazard>): void => onChange({ ...hazard, ...patch });
  return (
    <>
      <Field label={t('hazardField.title')} name="title" required>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={hazard.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.what')} name="what" required>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={hazard.what}
            onChange={({ target }) => set({ what: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.criterion')} name="criterion" hint={t('major.criterionHint')}>
        {(id) => (
          <Input
            id={id}
            value={hazard.criterion ?? ''}
            onChange={({ target }) => set({ criterion: target.value })}
          />
        )}
      </Field>
    </>
  );
};
