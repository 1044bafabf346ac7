import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerImport } from '../../../domain/contracts/ledger.ts';
import { formatCount } from '../../shell/format-number.ts';
import { RejectTable } from './reject-table.tsx';

interface Props {
  readonly result: LedgerImport;
  readonly whyFar: string;
  /** With a reason they come in. */
  readonly isTaken: boolean;
  readonly onWhy: (why: string) => void;
  readonly busy: boolean;
  /** Tries the file again; null: there is none any more. */
  readonly onAgain: (() => void) | null;
}

/** Places of a file that lie far from the mine, row by row, and why they do: without that their hazards stay out. */
export const FarRows = ({ result: { far, dry }, whyFar, isTaken, onWhy, busy, onAgain }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const n = formatCount(far.length);
  return (
    <section className="hy-far-rows" data-part="far">
      <p role="alert" className="hy-note" data-far-place="far">
        <span aria-hidden="true">⚠</span> {t(isTaken ? 'farPlace.rowsTaken' : 'farPlace.rows', { n })}
      </p>
      <RejectTable rejects={far} sign="⚠" />
      {dry && onAgain && (
        <div className="hy-transfer-buttons">
          <label htmlFor={id}>{t('farPlace.whyFile')}</label>
          <Input
            id={id}
            className="hy-far-why"
            maxLength={300}
            data-field="why-far"
            value={whyFar}
            onChange={({ target }) => onWhy(target.value)}
          />
          <Button loading={busy} disabled={whyFar.trim() === ''} data-action="try-far" onClick={onAgain}>
            {t('farPlace.again')}
          </Button>
        </div>
      )}
    </section>
  );
};
