import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MajorVersion } from '../../../domain/contracts/major-hazard.ts';
import { type MajorField, unlikeFields, withMine } from '../../../domain/major-hazards/major-fields.ts';
import { SourceText } from '../../live/source-text.tsx';
import { type ConflictChoice, ConflictTable, firstChoices } from '../conflict/conflict-table.tsx';
import { countyMoment } from '../county-day.ts';
import { Field } from '../edit/field.tsx';
import { useSurroundings } from '../ledger-context.ts';
import { endMajorEdit, type MajorEdit, reloadMajor, setMajorEdit } from './major-store.ts';
import { majorFieldText } from './major-words.ts';
import { goOnWith, submitMajor, takeNextId, tidyMajor } from './submit-major.ts';

interface Props {
  readonly edit: MajorEdit;
  /** What stands in the ledger now. */
  readonly last: MajorVersion;
}

/** Somebody wrote meanwhile: who, what, and for each field that is unlike now which of the two is to stand. Nothing that was typed is lost. */
export const MajorConflict = ({ edit, last }: Props) => {
  const { t } = useTranslation();
  const { nameOfLayer } = useSurroundings();
  const mine = tidyMajor(edit.entry);
  const unlike = unlikeFields(edit.base?.entry ?? null, mine, last.entry);
  const rows = unlike.map(({ field, by }) => ({
    ...{ key: field, by, name: t(`majorField.${field}`) },
    base: edit.base && majorFieldText(edit.base.entry, field, { t, nameOfLayer }),
    theirs: majorFieldText(last.entry, field, { t, nameOfLayer }),
    mine: majorFieldText(mine, field, { t, nameOfLayer }),
  }));
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>(() => firstChoices(rows));
  const open = rows.filter(({ key }) => choices[key] === undefined).length;
  // A new hazard whose id somebody else took is another hazard, not another version of that one.
  const isAnother = edit.base === null && mine.kind === 'hazard';
  const merged = () =>
    withMine(
      last.entry,
      mine,
      new Set(unlike.map(({ field }) => field).filter((field: MajorField) => choices[field] === 'mine')),
    );
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
      {isAnother ? (
        <>
          <p>{t('hazardEdit.idTaken', { id: mine.kind === 'hazard' ? mine.hazard.id : '' })}</p>
          <div className="hy-edit-actions">
            <Button type="primary" data-action="next-id" onClick={takeNextId}>
              {t('conflict.nextId')}
            </Button>
            <GiveUp />
          </div>
        </>
      ) : rows.length === 0 ? (
        <>
          <p>{t('conflict.sameAsMine')}</p>
          <div className="hy-edit-actions">
            <GiveUp />
          </div>
        </>
      ) : (
        <>
          <p>{t('conflict.hint')}</p>
          <ConflictTable rows={rows} choices={choices} onChoose={setChoices} />
          <Field label={t('hazardEdit.reason')} name="reason" hint={t('hazardEdit.reasonHint')} required>
            {(id) => (
              <Input
                id={id}
                maxLength={1000}
                value={edit.reason}
                onChange={({ target }) => setMajorEdit({ reason: target.value })}
              />
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
              loading={edit.busy}
              disabled={open > 0 || edit.reason.trim() === ''}
              data-action="write-merged"
              onClick={() => {
                goOnWith(merged());
                void submitMajor();
              }}
            >
              {t('conflict.write')}
            </Button>
            <Button disabled={open > 0} data-action="go-on" onClick={() => goOnWith(merged())}>
              {t('conflict.goOn')}
            </Button>
            <GiveUp />
          </div>
        </>
      )}
    </div>
  );
};

const GiveUp = () => {
  const { t } = useTranslation();
  return (
    <Button
      data-action="give-up"
      onClick={() => {
        endMajorEdit();
        reloadMajor();
      }}
    >
      {t('hazardEdit.giveUp')}
    </Button>
  );
};
