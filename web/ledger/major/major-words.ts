import type { TFunction } from 'i18next';
import type { MajorEntry, MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import type { MajorField } from '../../../domain/major-hazards/major-fields.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { placeText } from '../hazard-words.ts';
import type { NameOfLayer } from '../ledger-context.ts';

interface Words {
  readonly t: TFunction;
  readonly nameOfLayer: NameOfLayer;
}

export const listedText = ({ listed }: Pick<MajorHazard, 'listed'>, t: TFunction): string | null =>
  listed &&
  `${listed.office}（${t(`authorityLevel.${listed.level}`)}） · ${listed.on}${listed.until ? ` → ${listed.until}` : ''}`;

const closeOutText = (closeOut: MajorHazard['closeOut']): string | null => {
  if (closeOut === null) return null;
  const { on, by, found, report, accepted } = closeOut;
  const said = [on, by, found, report?.slice(0, 12), accepted && `${accepted.by} ${accepted.on}`];
  return said.filter(Boolean).join(' · ');
};

const yesNo = (value: boolean | null, t: TFunction): string | null =>
  value === null ? null : t(value ? 'app.yes' : 'app.no');

const hazardText = (hazard: MajorHazard, field: MajorField, { t, nameOfLayer }: Words): string | null => {
  const { fiveFixed, closeOut } = hazard;
  switch (field) {
    case 'whileProducing':
      return yesNo(hazard.whileProducing, t);
    case 'hazards':
      return hazard.hazards.join(t('ledger.comma')) || null;
    case 'place':
      return hazard.place && placeText(hazard.place, t, nameOfLayer);
    case 'listed':
      return listedText(hazard, t);
    case 'responsible':
      return fiveFixed.responsible && `${fiveFixed.responsible.person} · ${fiveFixed.responsible.department}`;
    case 'funding': {
      const { funding } = fiveFixed;
      return funding && `${formatNumber(funding.amount)} ${funding.currency} · ${funding.source}`;
    }
    case 'measure':
    case 'deadline':
    case 'contingencyPlan':
      return fiveFixed[field];
    case 'state':
      return t(`majorState.${hazard.state}`);
    case 'closeOut':
      return closeOutText(closeOut);
    case 'title':
    case 'what':
    case 'criterion':
      return hazard[field];
    default:
      return null;
  }
};

/** A field of a major hazard or a survey in words; null: it is not given. */
export const majorFieldText = (entry: MajorEntry, field: MajorField, words: Words): string | null => {
  if (entry.kind === 'hazard') return hazardText(entry.hazard, field, words);
  if (entry.kind === 'answer') {
    const { answer } = entry;
    switch (field) {
      case 'decision':
        return words.t(`repeatDecision.${answer.decision}`);
      case 'on':
      case 'by':
      case 'to':
      case 'why':
        return answer[field];
      case 'report':
        return answer.report?.slice(0, 12) ?? null;
      default:
        return null;
    }
  }
  const { survey } = entry;
  switch (field) {
    case 'on':
    case 'by':
      return survey[field];
    case 'signedBy':
    case 'found':
      return survey[field].join(words.t('ledger.comma')) || null;
    case 'report':
      return survey.report?.slice(0, 12) ?? null;
    default:
      return null;
  }
};
