import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanVersion, PlanView } from '../../domain/contracts/regional-plan-api.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { Refusal } from '../shell/refusal.tsx';
import { planApi } from './plan-api.ts';

/** What a version pins, in words. */
export const PlanPinsList = ({ view: { plan, texts } }: { view: PlanView }) => {
  const { t } = useTranslation();
  const { county, rules, ledger } = plan.pins;
  const written = ledger.filter(({ head }) => head !== null);
  return (
    <ul className="hy-plan-pins">
      <li>{t('regionalPlan.pinCounty', { revision: `${county.slice(0, 16)}…` })}</li>
      <li>
        {rules
          ? t('regionalPlan.pinRules', { file: rules.file, hash: rules.sha256.slice(0, 12) })
          : t('regionalPlan.pinNoRules')}
      </li>
      <li>
        {t('regionalPlan.pinLedger', {
          n: written.length,
          versions: written.reduce((sum, { versions }) => sum + versions, 0),
        })}
      </li>
      <li>{t('regionalPlan.pinTexts', { n: texts.filter(({ text }) => text !== '').length })}</li>
      <li>{t('regionalPlan.pinFiles')}</li>
    </ul>
  );
};

/** Asks once more before a draft becomes a version for good, and says what that pins. */
export const FreezeDialog = ({
  county,
  view,
  onDone,
  onClose,
}: {
  county: string;
  view: PlanView;
  onDone: (version: PlanVersion) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const { year, on, gaps } = view.plan;
  const freeze = async () => {
    setWriting(true);
    setFailure(null);
    const frozen = await planApi.freeze(county, year, { on, note: note.trim() });
    setWriting(false);
    if (!frozen.ok) {
      setFailure(frozen.failure);
      return;
    }
    void message.success(t('regionalPlan.freezeDone', { year, n: frozen.value.number }));
    onDone(frozen.value);
  };
  return (
    <Modal
      open
      title={t('regionalPlan.freezeTitle', { year })}
      width={560}
      footer={null}
      // What is being written is not stopped by closing the window.
      closable={!isWriting}
      mask={{ closable: !isWriting }}
      keyboard={!isWriting}
      onCancel={onClose}
    >
      <form
        className="hy-plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== '') void freeze();
        }}
      >
        <p>{t('regionalPlan.freezeText')}</p>
        <p>
          {t('regionalPlan.asOf')} <b>{on}</b>
        </p>
        <PlanPinsList view={view} />
        {gaps.length > 0 && (
          <p className="hy-plan-warning" role="note">
            {t('regionalPlan.freezeGaps', { n: gaps.length })}
          </p>
        )}
        <label htmlFor="hy-plan-note">{t('regionalPlan.freezeNote')}</label>
        <Input
          id="hy-plan-note"
          required
          maxLength={1000}
          value={note}
          placeholder={t('regionalPlan.freezeNoteHint')}
          onChange={(event) => setNote(event.target.value)}
        />
        {isWriting && <p role="status">{t('regionalPlan.freezing')}</p>}
        {failure && <Refusal text={t('regionalPlan.freezeFailed')} failure={failure} />}
        <div className="hy-plan-form-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={isWriting}
            disabled={note.trim() === ''}
            data-plan-freeze-now
          >
            {t('regionalPlan.freeze')}
          </Button>
          <Button onClick={onClose} disabled={isWriting}>
            {t('regionalPlan.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
