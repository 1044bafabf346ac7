import { Button, Input } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { closeOutBars } from '../../../domain/hazards/close-out.ts';
import { SourceText } from '../../live/source-text.tsx';
import { BarList } from '../card/bar-list.tsx';
import { AcceptanceForm } from './acceptance-form.tsx';
import { BasicsForm } from './basics-form.tsx';
import { ConflictView } from './conflict-view.tsx';
import '../card/hazard-card.css';
import './edit.css';
import { endEdit, type LedgerEdit, setEdit } from './edit-store.ts';
import { EditTroubles } from './edit-troubles.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { WhyFarField } from './far-place-note.tsx';
import { Field } from './field.tsx';
import { DeadlineForm, FixedForm } from './fixed-form.tsx';
import type { FormProps } from './form-props.ts';
import { placeOfEdit } from './place-of-edit.ts';
import { ReopenForm } from './reopen-form.tsx';
import type { EditTask } from './start-edit.ts';
import { submitEdit } from './submit-edit.ts';
import { TreatmentForm } from './treatment-form.tsx';

const CloseForm = ({ draft }: FormProps) => {
  const { t } = useTranslation();
  const bars = closeOutBars(draft);
  return bars.length === 0 ? (
    <p>✓ {t('hazardCard.mayClose')}</p>
  ) : (
    <div role="alert">
      <p>{t('hazardCard.mayNotClose')}</p>
      <BarList bars={bars} />
    </div>
  );
};

const FORMS: Readonly<Record<EditTask, ComponentType<FormProps>>> = {
  new: BasicsForm,
  basics: BasicsForm,
  evidence: EvidenceForm,
  fixed: FixedForm,
  treatment: TreatmentForm,
  extend: DeadlineForm,
  accept: AcceptanceForm,
  close: CloseForm,
  reopen: ReopenForm,
};

/** The form of one task, why it is done, and what stands in the way of writing it. */
export const EditPane = ({ edit }: { readonly edit: LedgerEdit }) => {
  const { t } = useTranslation();
  const { task, base, draft, reason, whyFar, busy, trouble } = edit;
  const Form = FORMS[task];
  const barred = task === 'close' && closeOutBars(draft).length > 0;
  return (
    <section className="hy-hazard-card hy-edit" data-edit={task} aria-label={t(`editTask.${task}`)}>
      <header>
        <div>
          <h2>{t(`editTask.${task}`)}</h2>
          <p className="hy-quiet">
            {base && <SourceText text={`${base.hazard.title} · ${base.hazard.id}`} />}
          </p>
        </div>
      </header>
      {trouble?.kind === 'conflict' ? (
        <ConflictView edit={edit} last={trouble.last} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submitEdit();
          }}
        >
          <Form draft={draft} onChange={(next) => setEdit({ draft: next })} />
          <WhyFarField
            mine={draft.mine}
            before={task === 'evidence' ? null : (base?.hazard.place ?? null)}
            place={placeOfEdit(edit) ?? null}
            value={whyFar}
            onChange={(why) => setEdit({ whyFar: why })}
          />
          {!barred && (
            <Field label={t('hazardEdit.reason')} name="reason" hint={t('hazardEdit.reasonHint')} required>
              {(id) => (
                <Input
                  id={id}
                  maxLength={1000}
                  value={reason}
                  onChange={({ target }) => setEdit({ reason: target.value })}
                />
              )}
            </Field>
          )}
          {trouble && <EditTroubles trouble={trouble} />}
          <div className="hy-edit-actions">
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={barred || reason.trim() === ''}
              data-action="write-hazard"
            >
              {t(`editSubmit.${task}`)}
            </Button>
            <Button onClick={endEdit} data-action="cancel-edit">
              {t('hazardEdit.cancel')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
};
