import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_METHODS } from '../../../domain/contracts/driving.ts';
import { EVIDENCE_SAYS, type Evidence, type HazardPlace } from '../../../domain/contracts/hazard.ts';
import { crossValidation } from '../../../domain/hazards/cross-validation.ts';
import { foundValidation } from '../../../domain/hazards/treated-evidence.ts';
import { CorroborationSign } from '../corroboration-sign.tsx';
import { unconfirmingText, validationText } from '../hazard-words.ts';
import { AttachmentField } from './attachment-field.tsx';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';
import { PlaceField } from './place-field.tsx';

/** A hole or a station, mostly; its coordinates are asked for. */
const NOWHERE_YET: HazardPlace = { kind: 'point', at: [Number.NaN, Number.NaN] };

/** A new piece of evidence: the last of the draft's. Older ones are corrected by a new one that replaces them. */
export const EvidenceForm = ({ draft, onChange }: FormProps) => {
  const { t } = useTranslation();
  const piece = draft.evidence.at(-1);
  if (!piece) return null;
  const older = draft.evidence.slice(0, -1);
  const set = (patch: Partial<Evidence>): void =>
    onChange({ ...draft, evidence: [...older, { ...piece, ...patch }] });
  const validation = foundValidation(draft);
  const unconfirming = crossValidation(draft.evidence).unconfirming.find(({ id }) => id === piece.id);
  return (
    <>
      <Field label={t('evidenceField.method')} name="method" required>
        {(id) => (
          <Select
            id={id}
            value={piece.method}
            options={EVIDENCE_METHODS.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
            onChange={(method) => set({ method })}
          />
        )}
      </Field>
      <Field label={t('evidenceField.says')} name="says" required>
        {() => (
          <Radio.Group
            aria-label={t('evidenceField.says')}
            value={piece.says}
            options={EVIDENCE_SAYS.map((value) => ({ value, label: t(`evidenceSays.${value}`) }))}
            onChange={({ target }) => set({ says: target.value })}
          />
        )}
      </Field>
      <Field label={t('evidenceField.finding')} name="finding" required>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={piece.finding}
            onChange={({ target }) => set({ finding: target.value })}
          />
        )}
      </Field>
      <div className="hy-edit-two">
        <Field label={t('evidenceField.on')} name="on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={piece.on}
              onChange={({ target }) => set({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('evidenceField.author')} name="author" required>
          {(id) => (
            <Input id={id} value={piece.author} onChange={({ target }) => set({ author: target.value })} />
          )}
        </Field>
      </div>
      <Checkbox
        checked={piece.place !== null}
        onChange={({ target }) => set({ place: target.checked ? NOWHERE_YET : null })}
      >
        {t('hazardEdit.statesPlace')}
      </Checkbox>
      {piece.place && (
        <PlaceField mine={draft.mine} place={piece.place} onChange={(place) => set({ place })} />
      )}
      <Field label={t('evidenceField.file')} name="file" hint={t('hazardEdit.attachHint')}>
        {(id) => (
          <AttachmentField id={id} mine={draft.mine} file={piece.file} onChange={(file) => set({ file })} />
        )}
      </Field>
      {older.length > 0 && (
        <Field label={t('hazardEdit.replaces')} name="replaces" hint={t('hazardEdit.replacesHint')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={piece.replaces}
              options={older.map((one) => ({
                value: one.id,
                label: `${one.id} · ${t(`evidenceKind.${one.method}`)} · ${t(`evidenceSays.${one.says}`)} · ${one.on}`,
              }))}
              onChange={(replaces) => set({ replaces: replaces ?? null })}
            />
          )}
        </Field>
      )}
      {(draft.state === 'found' || draft.state === 'verifying') && (
        <Checkbox
          checked={draft.state === 'verifying'}
          onChange={({ target }) => onChange({ ...draft, state: target.checked ? 'verifying' : 'found' })}
        >
          {t('hazardEdit.nowVerifying')}
        </Checkbox>
      )}
      {unconfirming && (
        <p className="hy-note" data-unconfirming={unconfirming.kind}>
          <span aria-hidden="true">⚠</span> {unconfirmingText(unconfirming, t)}
        </p>
      )}
      <p className="hy-hazard-validation" role="status">
        {t('hazardEdit.thenIs')} <CorroborationSign status={validation.status} />
        {validationText(validation, t)}
      </p>
    </>
  );
};
