import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { formatCount } from '../../shell/format-number.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import type { findPlaces } from './find-places.ts';
import type { FoundHazards } from './use-found-hazards.ts';

/** What is gone to. `at` null: it is not known where it lies. */
export interface FoundThing {
  readonly pick: RegionPick;
  readonly name: string;
  readonly mine: string | null;
  readonly at: readonly [longitude: number, latitude: number] | null;
}

export interface FoundOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly thing?: FoundThing;
  readonly disabled?: boolean;
}

export interface FoundGroup {
  readonly value: string;
  readonly label: string;
  readonly options: readonly FoundOption[];
}

const optionOf = (thing: FoundThing, kind: string): FoundOption => ({
  value: `${thing.pick.kind} ${thing.pick.id}`,
  thing,
  label: (
    <span className="hy-map-found">
      <span>{thing.name}</span>
      <span className="hy-quiet">{kind}</span>
    </span>
  ),
});
/** A line that says something and cannot be chosen. */
const line = (value: string, label: string): FoundOption => ({ value, label, disabled: true });

/** What was found, each kind by itself with how many more there are; a kind of which nothing was found is not there. */
export const searchOptions = (o: {
  readonly places: ReturnType<typeof findPlaces>;
  readonly hazards: FoundHazards;
  readonly nameOfMine: (mine: string) => string;
  readonly t: TFunction;
  readonly language: Language;
}): FoundGroup[] => {
  const { places, hazards, nameOfMine, t, language } = o;
  const more = (value: string, n: number): FoundOption[] =>
    n > 0 ? [line(value, t('map.foundMore', { n: formatCount(n) }))] : [];
  const group = (value: string, label: string, options: readonly FoundOption[]): FoundGroup[] =>
    options.length > 0 ? [{ value, label, options }] : [];
  const found = hazards.status === 'open' ? hazards.found : null;
  const ofMine = ({ mine, at }: { mine: string; at: unknown }, state: string): string =>
    [nameOfMine(mine), state, ...(at === null ? [t('map.foundNoPlace')] : [])].join(' · ');
  return [
    ...group('places', t('map.foundPlaces'), [
      ...places.places.map((place) =>
        optionOf(
          {
            ...{ pick: { kind: place.kind, id: place.id }, name: place.name[language] },
            ...{ at: place.at, mine: null },
          },
          place.kind === 'mine' ? t(`mineType.${place.type}`) : SITE_KINDS[place.type].name[language],
        ),
      ),
      ...more('more-places', places.more),
    ]),
    ...group('majors', t('majorMap.title'), [
      ...(found?.majors ?? []).map(({ id, mine, title, state, at }) =>
        optionOf(
          { pick: { kind: 'major', id }, name: title, at, mine },
          ofMine({ mine, at }, t(`majorState.${state}`)),
        ),
      ),
      ...more('more-majors', found?.moreMajors ?? 0),
    ]),
    ...group('hazards', t('map.hazards'), [
      ...(found?.hazards ?? []).map(({ id, mine, title, state, at }) =>
        optionOf(
          { pick: { kind: 'hazard', id }, name: `${id.slice(mine.length + 1)} ${title}`, at, mine },
          ofMine({ mine, at }, t(`hazardState.${state}`)),
        ),
      ),
      ...more('more-hazards', found?.moreHazards ?? 0),
      ...(hazards.status === 'loading' ? [line('looking', t('map.foundLooking'))] : []),
      ...(hazards.status === 'failed' ? [line('failed', t('map.foundFailed'))] : []),
    ]),
  ];
};
