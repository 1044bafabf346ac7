import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { Duty, DutyRequirement } from '../../../domain/contracts/county-duties.ts';
import type {
  CountyDuties,
  DutyStateTold,
  FactDoubt,
  KnownFact,
} from '../../../domain/contracts/county-duties-view.ts';
import { factName } from '../../../domain/contracts/duty-facts.ts';
import { formatNumber } from '../../shell/format-number.ts';

export interface StateWords {
  readonly word: string;
  /** Why, or until or since when; '' where there is nothing to add. */
  readonly more: string;
}

const namesText = (names: readonly string[], language: Language, t: TFunction): string =>
  names.map((name) => factName(name)[language]).join(t('driveOn.comma'));

/** A state in words: never by its colour alone. */
export const stateWords = (state: DutyStateTold, t: TFunction, language: Language): StateWords => {
  switch (state.kind) {
    case 'met':
      return {
        word: t('dutyState.met'),
        more: state.until === null ? '' : t('countyDuties.until', { day: state.until }),
      };
    case 'due':
      return {
        word: state.days === 0 ? t('countyDuties.dueToday') : t('countyDuties.dueIn', { days: state.days }),
        more: state.on,
      };
    case 'missed':
      return {
        word: state.days === null ? t('countyDuties.notDone') : t('countyDuties.late', { days: state.days }),
        more:
          state.since === null ? t('countyDuties.owedAlways') : t('countyDuties.since', { day: state.since }),
      };
    case 'not-applicable':
      return { word: t('dutyState.not-applicable'), more: t(`dutyReason.${state.reason}`) };
    case 'unknown':
      return {
        word: t('dutyState.unknown'),
        more: t('countyDuties.lacks', { what: namesText(state.missing, language, t) }),
      };
  }
};

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' } as const;

const valueText = (value: number | boolean, unit: string | undefined, t: TFunction): string =>
  typeof value === 'boolean'
    ? t(value ? 'app.yes' : 'app.no')
    : [formatNumber(value), unit].filter(Boolean).join(' ');

export const requirementText = (
  { fact, op, value }: DutyRequirement,
  t: TFunction,
  language: Language,
): string => {
  const { [language]: name, unit } = factName(fact);
  return `${name} ${SIGNS[op]} ${valueText(value, unit?.[language], t)}`;
};

/** "9月30日", "September 30". In a leap year, so that 29 February is one. */
const dayOfYear = (month: number, day: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    ...{ month: 'long', day: 'numeric', timeZone: 'UTC' },
  }).format(Date.UTC(2024, month - 1, day));

/** When a duty is fulfilled and due, as a sentence. */
export const dueText = ({ due }: Duty, t: TFunction, language: Language): string => {
  switch (due.kind) {
    case 'by':
      return t('countyDuties.by', { day: due.date, what: requirementText(due.requires, t, language) });
    case 'always':
      return t('countyDuties.always', { what: requirementText(due.requires, t, language) });
    case 'every':
      return t('countyDuties.every', { months: due.months, what: factName(due.event)[language] });
    case 'monthly':
      return t('countyDuties.monthly', { what: factName(due.event)[language] });
    case 'yearly':
      return t('countyDuties.yearly', {
        day: dayOfYear(due.month, due.day, language),
        what: factName(due.event)[language],
      });
  }
};

/** A value as it is known; null: it is not. */
export const factText = (
  name: string,
  { value }: KnownFact,
  t: TFunction,
  language: Language,
): string | null =>
  value === null
    ? null
    : typeof value === 'string'
      ? value
      : valueText(value, factName(name).unit?.[language], t);

/** Where a fact is from, and what stands against it. */
export const factOrigin = (
  { value, source, doubt }: KnownFact,
  { alarmDays, register: { asOf } }: Pick<CountyDuties, 'alarmDays' | 'register'>,
  t: TFunction,
): string =>
  [
    source === null ? null : t(`factSource.${source}`, { days: alarmDays }),
    // What was done has a day of its own.
    source === 'register' && typeof value !== 'string'
      ? t('countyDuties.registerOf', { day: asOf ?? t('app.unknown') })
      : null,
    doubt === null ? null : t(`factDoubt.${doubt}`, { days: alarmDays }),
  ]
    .filter(Boolean)
    .join(t('driveOn.semicolon'));

/** What would settle a fact that is not known or doubted, by its doubt; null: nothing need be. */
export const whatSettles = ({ value, doubt }: KnownFact): FactDoubt | null =>
  doubt ?? (value === null ? 'not-reported' : null);
