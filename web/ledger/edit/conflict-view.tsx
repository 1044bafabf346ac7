import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { unlikeParts, withFreeEvidence, withMyParts } from '../../../domain/hazards/hazard-conflict.ts';
import type { HazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { ConflictChoices, ConflictFrame, TakenId } from '../conflict/conflict-frame.tsx';
import { hazardFieldText } from '../hazard-words.ts';
import { type NameOfLayer, useNameOfLayer } from '../ledger-context.ts';
import { endEdit, type LedgerEdit, setEdit } from './edit-store.ts';
import { freeId } from './start-edit.ts';
import { goOnWith, submitEdit, takeNextId } from './submit-edit.ts';
import { tidyDraft } from './tidy-draft.ts';

interface Props {
  readonly edit: LedgerEdit;
  /** What stands in the ledger now. */
  readonly last: LedgerVersion;
}

/** Somebody wrote meanwhile: who, what, and for each part that is unlike now which of the two is to stand. Nothing that was typed is lost. */
export const ConflictView = ({ edit, last }: Props) => (
  <ConflictFrame last={last}>
    {edit.base ? (
      <PartByPart edit={edit} base={edit.base.hazard} last={last} />
    ) : (
      <TakenId id={last.hazard.id} busy={edit.busy} onNextId={() => void takeNextId()} giveUp={<GiveUp />} />
    )}
  </ConflictFrame>
);

const GiveUp = () => {
  const { t } = useTranslation();
  return <Button onClick={endEdit}>{t('hazardEdit.giveUp')}</Button>;
};

interface Words {
  readonly t: TFunction;
  readonly language: Language;
  readonly nameOfLayer: NameOfLayer;
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
  const nameOfLayer = useNameOfLayer(theirs.mine);
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
  return (
    <ConflictChoices
      rows={rows}
      reason={edit.reason}
      busy={edit.busy}
      onReason={(reason) => setEdit({ reason })}
      onChosen={(keys, write) => {
        goOnWith(withMyParts(theirs, mine, keys));
        if (write) void submitEdit();
      }}
      giveUp={<GiveUp />}
    />
  );
};
