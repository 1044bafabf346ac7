import type { TFunction } from 'i18next';
import type { Language } from '../../domain/contracts/bilingual.ts';
import {
  type Elevation,
  type Evidence,
  HAZARD_CATEGORIES,
  type Hazard,
  type HazardPlace,
} from '../../domain/contracts/hazard.ts';
import type { CrossValidation, Unconfirming } from '../../domain/hazards/cross-validation.ts';
import { type EvidenceField, type HazardField, hazardField } from '../../domain/hazards/hazard-difference.ts';
import { formatNumber } from '../shell/format-number.ts';
import type { NameOfLayer } from './ledger-context.ts';

/** The name of a category in the reader's language; another word stays as it was written. */
export const categoryText = (category: string, language: Language): string =>
  category in HAZARD_CATEGORIES
    ? HAZARD_CATEGORIES[category as keyof typeof HAZARD_CATEGORIES][language]
    : category;

const degrees = ([longitude, latitude]: readonly [number, number]): string =>
  `${longitude.toFixed(6)}°, ${latitude.toFixed(6)}°`;

/** Where it is. A layer whose name is not known goes without: its id is a word of files, not of readers. */
export const placeText = (place: HazardPlace, t: TFunction, nameOfLayer: NameOfLayer): string => {
  switch (place.kind) {
    case 'feature': {
      const { feature } = place;
      const layer = nameOfLayer(place.layer);
      return layer === null
        ? t('ledgerPlace.featureOnly', { feature })
        : t('ledgerPlace.feature', { layer, feature });
    }
    case 'point':
      return t('ledgerPlace.point', { at: degrees(place.at) });
    case 'line':
      return t('ledgerPlace.line', { n: place.line.length, at: degrees(place.line[0]!) });
    case 'polygon':
      return t('ledgerPlace.polygon', { n: place.rings[0]!.length - 1, at: degrees(place.rings[0]![0]!) });
  }
};

/** Between which heights; null: neither is known. */
export const elevationText = (elevation: Elevation | undefined, t: TFunction): string | null => {
  const { top = null, bottom = null } = elevation ?? {};
  if (top === null && bottom === null) return null;
  const height = (value: number | null): string =>
    (value === null ? null : formatNumber(value)) ?? t('ledgerPlace.heightUnknown');
  return t('ledgerPlace.heights', { bottom: height(bottom), top: height(top) });
};

const methodsText = (methods: CrossValidation['present'], t: TFunction): string =>
  methods.map((method) => t(`evidenceKind.${method}`)).join(t('ledger.and'));

/** What the evidence amounts to, in a sentence, and what would be needed. */
export const validationText = (validation: CrossValidation, t: TFunction): string => {
  const { status, present, absent, unclear } = validation;
  const values = { present: methodsText(present, t), absent: methodsText(absent, t) };
  const kind =
    status === 'inferred' && present.length > 1
      ? 'unconfirmed'
      : status === 'unverified' && absent.length > 0
        ? 'unboundAbsent'
        : status;
  const text = t(`ledgerValidation.${kind}`, values);
  return unclear.length > 0
    ? `${text} ${t('ledger.unclearToo', { methods: methodsText(unclear, t) })}`
    : text;
};

/** Why a piece confirms nothing. */
export const unconfirmingText = (of: Unconfirming, t: TFunction): string => {
  switch (of.kind) {
    case 'unbound':
      return t('hazardCard.unbound');
    case 'withdrawn':
      return t('hazardCard.withdrawn', { id: of.by });
    case 'same-spot':
      return t('hazardCard.sameSpot', { id: of.as });
    case 'same-file':
      return t('hazardCard.sameFile', { id: of.as });
  }
};

/** What was found since the treatment began. */
export const sinceText = ({ present, absent, unclear }: CrossValidation, t: TFunction): string => {
  const parts = [
    present.length > 0 && t('ledgerSince.present', { methods: methodsText(present, t) }),
    absent.length > 0 && t('ledgerSince.absent', { methods: methodsText(absent, t) }),
    unclear.length > 0 && t('ledger.unclearToo', { methods: methodsText(unclear, t) }),
  ].filter((part) => part !== false);
  return t('ledgerSince.all', {
    what: parts.length > 0 ? parts.join(t('ledger.comma')) : t('ledgerSince.paper'),
  });
};

/** A number with its unit as it was written. */
const measured = (value: { metric: string; value: number; unit: string }): string =>
  `${value.metric} ${formatNumber(value.value)} ${value.unit}`.trim();

/** A field of a hazard in words; null: it is not given. */
export const hazardFieldText = (
  hazard: Hazard,
  field: HazardField,
  t: TFunction,
  language: Language,
  nameOfLayer: NameOfLayer,
): string | null => {
  switch (field) {
    case 'title':
      return hazard.title;
    case 'category':
      return categoryText(hazard.category, language);
    case 'place':
      return placeText(hazard.place, t, nameOfLayer);
    case 'elevation':
      return elevationText(hazard.elevation, t);
    case 'state':
      return t(`hazardState.${hazard.state}`);
    case 'found': {
      const { on, how, by } = hazard.found;
      return `${on} · ${t(`evidenceKind.${how}`)} · ${by}`;
    }
    case 'responsible': {
      const { responsible } = hazard.fiveFixed;
      return responsible && `${responsible.person} · ${responsible.department}`;
    }
    case 'funding': {
      const { funding } = hazard.fiveFixed;
      return funding && `${formatNumber(funding.amount)} ${funding.currency} · ${funding.source}`;
    }
    case 'target': {
      const { target } = hazard.treatment;
      return (
        target && `${target.metric} ${SIGNS[target.direction]} ${formatNumber(target.value)} ${target.unit}`
      );
    }
    case 'accepted': {
      const { accepted } = hazard.treatment;
      return accepted && `${measured(accepted)} · ${accepted.on} · ${accepted.by}`;
    }
    default:
      return hazardField(hazard, field);
  }
};
const SIGNS = { 'at-most': '≤', 'at-least': '≥' } as const;

/** A field of a piece of evidence in words; null: it is not given. */
export const evidenceFieldText = (
  evidence: Evidence,
  field: EvidenceField,
  t: TFunction,
  nameOfLayer: NameOfLayer,
): string | null => {
  switch (field) {
    case 'method':
      return t(`evidenceKind.${evidence.method}`);
    case 'says':
      return t(`evidenceSays.${evidence.says}`);
    case 'place':
      return evidence.place && placeText(evidence.place, t, nameOfLayer);
    case 'file':
      return evidence.file?.slice(0, 12) ?? null;
    default:
      return evidence[field];
  }
};
