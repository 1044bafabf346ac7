import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SourceText } from '../../live/source-text.tsx';
import { countyMoment } from '../county-day.ts';
import { Field } from '../edit/field.tsx';
import { type ConflictChoice, type ConflictRow, ConflictTable, firstChoices } from './conflict-table.tsx';

/** What stands in the ledger now: who wrote it, when and why. */
interface Written {
  readonly number: number;
  readonly writtenAt: string;
  readonly writtenBy: { readonly name: string };
  readonly reason: string;
}

/** Somebody wrote meanwhile: who and why, and below it what is to be done. */
export const ConflictFrame = ({
  last,
  children,
}: {
  readonly last: Written;
  readonly children: ReactNode;
}) => {
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
      {children}
    </div>
  );
};

interface NewIdProps {
  readonly id: string;
  readonly busy: boolean;
  readonly onNextId: () => void;
  readonly giveUp: ReactNode;
}

/** Another hazard took the id meanwhile. */
export const TakenId = ({ id, busy, onNextId, giveUp }: NewIdProps) => {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('hazardEdit.idTaken', { id })}</p>
      <div className="hy-edit-actions">
        <Button type="primary" data-action="next-id" loading={busy} onClick={onNextId}>
          {t('conflict.nextId')}
        </Button>
        {giveUp}
      </div>
    </>
  );
};

interface ChoicesProps {
  /** Empty: both wrote the same. */
  readonly rows: readonly ConflictRow[];
  readonly reason: string;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  /** Goes on from theirs with what of mine was chosen, by key; `write`: at once. */
  readonly onChosen: (mine: ReadonlySet<string>, write: boolean) => void;
  readonly giveUp: ReactNode;
}

/** For each part that is unlike now which of the two is to stand. Nothing that was typed is lost. */
export const ConflictChoices = ({ rows, reason, busy, onReason, onChosen, giveUp }: ChoicesProps) => {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>(() => firstChoices(rows));
  const open = rows.filter(({ key }) => choices[key] === undefined).length;
  const chosen = (write: boolean): void =>
    onChosen(new Set(rows.flatMap(({ key }) => (choices[key] === 'mine' ? [key] : []))), write);
  if (rows.length === 0)
    return (
      <>
        <p>{t('conflict.sameAsMine')}</p>
        <div className="hy-edit-actions">{giveUp}</div>
      </>
    );
  return (
    <>
      <p>{t('conflict.hint')}</p>
      <ConflictTable rows={rows} choices={choices} onChoose={setChoices} />
      <Field label={t('hazardEdit.reason')} name="reason" hint={t('hazardEdit.reasonHint')} required>
        {(id) => (
          <Input id={id} maxLength={1000} value={reason} onChange={({ target }) => onReason(target.value)} />
        )}
      </Field>
      {open > 0 && (
        <p className="hy-bad" role="status">
          ✗ {t('conflict.open', { n: open })}
        </p>
      )}
      <div className="hy-edit-actions">
        <Button
          type="primary"
          loading={busy}
          disabled={open > 0 || reason.trim() === ''}
          data-action="write-merged"
          onClick={() => chosen(true)}
        >
          {t('conflict.write')}
        </Button>
        <Button disabled={open > 0} data-action="go-on" onClick={() => chosen(false)}>
          {t('conflict.goOn')}
        </Button>
        {giveUp}
      </div>
    </>
  );
};
