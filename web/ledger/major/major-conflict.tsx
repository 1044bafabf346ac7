import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorVersion } from '../../../domain/contracts/major-hazard.ts';
import { type MajorField, unlikeFields, withMine } from '../../../domain/major-hazards/major-fields.ts';
import { bodyOf } from '../../../domain/major-hazards/write-rules.ts';
import { ConflictChoices, ConflictFrame, TakenId } from '../conflict/conflict-frame.tsx';
import { useNameOfLayer } from '../ledger-context.ts';
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
  const mine = tidyMajor(edit.entry);
  const nameOfLayer = useNameOfLayer(bodyOf(mine).mine);
  const unlike = unlikeFields(edit.base?.entry ?? null, mine, last.entry);
  const rows = unlike.map(({ field, by }) => ({
    ...{ key: field, by, name: t(`majorField.${field}`) },
    base: edit.base && majorFieldText(edit.base.entry, field, { t, nameOfLayer }),
    theirs: majorFieldText(last.entry, field, { t, nameOfLayer }),
    mine: majorFieldText(mine, field, { t, nameOfLayer }),
  }));
  // A new hazard whose id somebody else took is another hazard, not another version of that one.
  const isAnother = edit.base === null && mine.kind === 'hazard';
  return (
    <ConflictFrame last={last}>
      {isAnother ? (
        <TakenId id={mine.hazard.id} busy={edit.busy} onNextId={takeNextId} giveUp={<GiveUp />} />
      ) : (
        <ConflictChoices
          rows={rows}
          reason={edit.reason}
          busy={edit.busy}
          onReason={(reason) => setMajorEdit({ reason })}
          onChosen={(keys, write) => {
            const fields = unlike.map(({ field }) => field).filter((field: MajorField) => keys.has(field));
            goOnWith(withMine(last.entry, mine, new Set(fields)));
            if (write) void submitMajor();
          }}
          giveUp={<GiveUp />}
        />
      )}
    </ConflictFrame>
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
