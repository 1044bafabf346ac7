import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { EditTroubles } from '../edit/edit-troubles.tsx';
import { WhyFarField } from '../edit/far-place-note.tsx';
import { Field } from '../edit/field.tsx';
import { FixedFields } from '../edit/fixed-form.tsx';
import { useNotAllowed } from '../ledger-account.ts';
import { AnswerForm } from './answer-form.tsx';
import { AuthorityFields } from './authority-fields.tsx';
import { CloseOutFields } from './close-out-fields.tsx';
import { DescribeFields } from './describe-fields.tsx';
import { LinkFields } from './link-fields.tsx';
import { MajorConflict } from './major-conflict.tsx';
import { endMajorEdit, type MajorEdit, type MajorTask, setMajorEdit } from './major-store.ts';
import { ProducingField } from './producing-field.tsx';
import { ReportForm } from './report-form.tsx';
import { submitMajor } from './submit-major.ts';
import { SurveyForm } from './survey-form.tsx';

/** The form of one task on a major hazard or a monthly survey. */
export const MajorEditPane = ({ edit }: { readonly edit: MajorEdit }) => {
  const { t } = useTranslation();
  const { task, base, entry, reason, whyFar, busy, trouble } = edit;
  return (
    <section className="hy-hazard-card hy-edit" data-major-edit={task} aria-label={t(`majorTask.${task}`)}>
      <header>
        <div>
          <h2>{t(`majorTask.${task}`)}</h2>
          {entry.kind === 'hazard' && edit.base && (
            <p className="hy-quiet">
              {entry.hazard.title} · {entry.hazard.id}
            </p>
          )}
        </div>
      </header>
      {trouble?.kind === 'conflict' && trouble.last ? (
        <MajorConflict edit={edit} last={trouble.last} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submitMajor();
          }}
        >
          {entry.kind === 'survey' && (
            <SurveyForm
              survey={entry.survey}
              onChange={(survey) => setMajorEdit({ entry: { kind: 'survey', survey } })}
            />
          )}
          {entry.kind === 'answer' && (
            <AnswerForm
              answer={entry.answer}
              onChange={(answer) => setMajorEdit({ entry: { kind: 'answer', answer } })}
            />
          )}
          {entry.kind === 'hazard' && (
            <HazardForm
              task={task}
              hazard={entry.hazard}
              onChange={(hazard) => setMajorEdit({ entry: { kind: 'hazard', hazard } })}
            />
          )}
          {entry.kind === 'hazard' && (
            <WhyFarField
              mine={entry.hazard.mine}
              before={base?.entry.kind === 'hazard' ? base.entry.hazard.place : null}
              place={entry.hazard.place}
              value={whyFar}
              onChange={(why) => setMajorEdit({ whyFar: why })}
            />
          )}
          <Field label={t('hazardEdit.reason')} name="reason" hint={t('hazardEdit.reasonHint')} required>
            {(id) => (
              <Input
                id={id}
                maxLength={1000}
                value={reason}
                onChange={({ target }) => setMajorEdit({ reason: target.value })}
              />
            )}
          </Field>
          {trouble && trouble.kind !== 'conflict' && <EditTroubles trouble={trouble} />}
          {trouble?.kind === 'conflict' && <p className="hy-bad">✗ {t('major.gone')}</p>}
          <div className="hy-edit-actions">
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={reason.trim() === ''}
              data-action="write-major"
            >
              {t('major.write')}
            </Button>
            <Button onClick={endMajorEdit}>{t('hazardEdit.cancel')}</Button>
          </div>
        </form>
      )}
    </section>
  );
};

interface FormProps {
  readonly task: MajorTask;
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

const HazardForm = ({ task, hazard, onChange }: FormProps) => {
  const { t } = useTranslation();
  const official = useNotAllowed('list-major-hazard') === null;
  const { listed, closeOut } = hazard;
  if (task === 'report') return <ReportForm hazard={hazard} onChange={onChange} />;
  if (task === 'link') return <LinkFields hazard={hazard} onChange={onChange} />;
  if (task === 'describe')
    return (
      <>
        <DescribeFields hazard={hazard} onChange={onChange} />
        {official && <Producing hazard={hazard} onChange={onChange} />}
      </>
    );
  if (task === 'confirm') return <Producing hazard={hazard} onChange={onChange} />;
  if (task === 'fixed')
    return (
      <FixedFields fixed={hazard.fiveFixed} onChange={(fiveFixed) => onChange({ ...hazard, fiveFixed })} />
    );
  if (task === 'list' && listed)
    return (
      <>
        <AuthorityFields
          value={listed}
          onChange={(authority) => onChange({ ...hazard, listed: { ...listed, ...authority } })}
        />
        <div className="hy-edit-two">
          <Field label={t('major.listedOn')} name="listed-on" required>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={listed.on}
                onChange={({ target }) => onChange({ ...hazard, listed: { ...listed, on: target.value } })}
              />
            )}
          </Field>
          <Field label={t('major.listedUntil')} name="listed-until">
            {(id) => (
              <Input
                id={id}
                type="date"
                value={listed.until ?? ''}
                onChange={({ target }) =>
                  onChange({ ...hazard, listed: { ...listed, until: target.value || null } })
                }
              />
            )}
          </Field>
        </div>
      </>
    );
  if (closeOut && (task === 'close' || task === 'hand-in'))
    return <CloseOutFields hazard={hazard} closeOut={closeOut} onChange={onChange} />;
  return <p>{t('major.becomes', { state: t(`majorState.${hazard.state}`) })}</p>;
};

const Producing = ({ hazard, onChange }: Omit<FormProps, 'task'>) => (
  <ProducingField
    value={hazard.whileProducing}
    onChange={(whileProducing) => onChange({ ...hazard, whileProducing })}
  />
);
