import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { hazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { SourceText } from '../../live/source-text.tsx';
import { DifferenceList } from '../card/difference-list.tsx';
import { countyMoment } from '../county-day.ts';
import { endEdit, type LedgerEdit } from './edit-store.ts';
import { redoOnLast } from './submit-edit.ts';

interface Props {
  readonly edit: LedgerEdit;
  /** What stands in the ledger now. */
  readonly last: LedgerVersion;
}

/** Somebody wrote meanwhile: who, what, and the way to make one's own changes again on it. */
export const ConflictView = ({ edit: { base, busy }, last }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="hy-edit-conflict" role="alert" data-conflict={last.number}>
      <p>
        <strong>⚠ {t('hazardEdit.conflict')}</strong>
      </p>
      <p>
        {t('hazardEdit.wroteMeanwhile', { n: last.number, at: countyMoment(last.writtenAt) })}{' '}
        <SourceText text={last.writtenBy.name} />
        <br />
        <span className="hy-quiet">{t('hazardCard.because')}</span> <SourceText text={last.reason} />
      </p>
      {base ? (
        <>
          <p>{t('hazardEdit.theirChanges')}</p>
          <DifferenceList
            before={base.hazard}
            after={last.hazard}
            differences={hazardDifference(base.hazard, last.hazard)}
          />
        </>
      ) : (
        <p>{t('hazardEdit.idTaken', { id: last.hazard.id })}</p>
      )}
      <div className="hy-edit-actions">
        <Button type="primary" data-action="redo" loading={busy} onClick={() => void redoOnLast()}>
          {t('hazardEdit.redo')}
        </Button>
        <Button onClick={endEdit}>{t('hazardEdit.giveUp')}</Button>
      </div>
    </div>
  );
};
