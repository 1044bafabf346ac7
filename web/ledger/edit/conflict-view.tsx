import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { unlikeParts, withFreeEvidence, withMyParts } from '../../../domain/hazards/hazard-conflict.ts';
import type { HazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { type ConflictChoice, ConflictTable, firstChoices } from '../conflict/conflict-table.tsx';
import { countyMoment } from '../county-day.ts';
import { hazardFieldText } from '../hazard-words.ts';
import { useSurroundings } from '../ledger-context.ts';
import { endEdit, type LedgerEdit, setEdit } from './edit-store.ts';
import { Field } from './field.tsx';
import { freeId } from './start-edit.ts';
import { goOnWith, submitEdit, takeNextId } from './submit-edit.ts';
import { tidyDraft } from './tidy-draft.ts';

interface Props {
  readonly edit: LedgerEdit;
  /** What stands in the ledger now. */
  readonly last: LedgerVersion;
}

/** Somebody wrote meanwhile: who, what, and for each part that is unlike now which of the two is to stand. Nothing that was typed is lost. */
export const ConflictView = ({ edit, last }: Props) => {
  const { t } = useTranslation();
  const { base } = edit;
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
        <PartByPart edit={edit} base={base.hazard} last={last} />
      ) : (
        <>
          <p>{t('hazardEdit.idTaken', { id: last.hazard.id })}</p>
          <div className="hy-edit-actions">
            <Button
              type="primary"
              data-action="next-id"
              loading={edit.busy}
              onClick={() => void takeNextId()}
            >
              {t('conflict.nextId')}
            </Button>
            <Button onClick={endEdit}>{t('hazardEdit.giveUp')}</Button>
          </div>
        </>
      )}
    </div>
  );
};

interface Words {
  readonly t: TFunction;
  readonly language: Language;
  readonly nameOfLayer: (layer: string) => string | null;
}

/** A part of a hazard in words; null: it does not have it. */
const partText = (
  hazard: Hazard,
  part: HazardDifference,
  { t, language, nameOfLayer }: Words,
): string | null => {
  if (part.kind === 'field') return hazardFieldText(hazard, part.field, t, language, nameOfLayer);
  const piece = hazard.evidence.find(({ id }) => id === part.id);
  return piece
    ? [t(`evidenceKind.${piece.method}`), t(`evidenceSays.${piece.says}`), piece.on, piece.finding].join(
        ' · ',
      )
    : null;
};

const PartByPart = ({ edit, base, last: { hazard: theirs } }: Props & { readonly base: Hazard }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOfLayer } = useSurroundings();
  const words = { t, language, nameOfLayer };
  const mine = withFreeEvidence(base, tidyDraft(edit.draft), theirs, (taken) => freeId('E', taken));
  const parts = unlikeParts(base, mine, theirs);
  const rows = parts.map(({ key, by, difference }) => ({
    ...{ key, by },
    name:
      difference.kind === 'field'
        ? t(`hazardField.${difference.field}`)
        : t('hazardCard.evidenceOf', { id: difference.id }),
    base: partText(base, difference, words),
    theirs: partText(theirs, difference, words),
    mine: partText(mine, difference, words),
  }));
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>(() => firstChoices(rows));
  const open = rows.filter(({ key }) => choices[key] === undefined).length;
  const goOn = (): void =>
    goOnWith(
      withMyParts(theirs, mine, new Set(parts.flatMap(({ key }) => (choices[key] === 'mine' ? [key] : [])))),
    );
  if (rows.length === 0)
    return (
      <>
        <p>{t('conflict.sameAsMine')}</p>
        <div className="hy-edit-actions">
          <Button onClick={endEdit}>{t('hazardEdit.giveUp')}</Button>
        </div>
      </>
    );
  return (
    <>
      <p>{t('conflict.hint')}</p>
      <ConflictTable rows={rows} choices={choices} onChoose={setChoices} />
      <Field label={t('hazardEdit.reason')} name="reason" hint={t('hazardEdit.reasonHint')} required>
        {(id) => (
          <Input
            id={id}
            maxLength={1000}
            value={edit.reason}
            onChange={({ target }) => setEdit({ reason: target.value })}
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
            goOn();
            void submitEdit();
          }}
        >
          {t('conflict.write')}
        </Button>
        <Button disabled={open > 0} data-action="go-on" onClick={goOn}>
          {t('conflict.goOn')}
        </Button>
        <Button onClick={endEdit}>{t('hazardEdit.giveUp')}</Button>
      </div>
    </>
  );
};
