import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorSurvey } from '../../../domain/contracts/major-hazard.ts';
import { AttachmentField } from '../edit/attachment-field.tsx';
import { Field } from '../edit/field.tsx';
import { hazardsOf, useMajor } from './major-store.ts';

interface Props {
  readonly survey: MajorSurvey;
  readonly onChange: (survey: MajorSurvey) => void;
}

/** The survey of a month: who made and signed it, its report, and what it found. */
export const SurveyForm = ({ survey, onChange }: Props) => {
  const { t } = useTranslation();
  const view = useMajor(({ state }) => (state.status === 'open' ? state.view : null));
  const known = view ? hazardsOf(view).filter(({ hazard }) => hazard.mine === survey.mine) : [];
  const set = (patch: Partial<MajorSurvey>): void => onChange({ ...survey, ...patch });
  return (
    <>
      <p>
        <strong>{t('major.surveyOf', { month: survey.month })}</strong>
      </p>
      <div className="hy-edit-two">
        <Field label={t('major.surveyOn')} name="on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={survey.on}
              onChange={({ target }) => set({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('major.surveyBy')} name="by" required>
          {(id) => <Input id={id} value={survey.by} onChange={({ target }) => set({ by: target.value })} />}
        </Field>
      </div>
      <Field label={t('major.signedBy')} name="signed-by" hint={t('major.signedByHint')} required>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={[...survey.signedBy]}
            onChange={(signedBy: string[]) => set({ signedBy })}
          />
        )}
      </Field>
      <Field label={t('major.report')} name="report" hint={t('major.reportHint')}>
        {(id) => (
          <AttachmentField
            id={id}
            mine={survey.mine}
            file={survey.report}
            onChange={(report) => set({ report })}
          />
        )}
      </Field>
      <Field label={t('major.surveyFound')} name="found" hint={t('major.surveyFoundHint')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...survey.found]}
            options={known.map(({ hazard }) => ({
              value: hazard.id,
              label: `${hazard.id} · ${hazard.title}`,
            }))}
            onChange={(found: string[]) => set({ found })}
          />
        )}
      </Field>
    </>
  );
};
