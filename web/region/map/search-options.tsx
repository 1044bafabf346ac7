import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { formatCount } from '../../shell/format-number.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import type { FoundPlace, findPlaces } from './find-places.ts';
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

const optionOf = (thing: FoundThing, kind: string, isLong = false): FoundOption => ({
  value: `${thing.pick.kind} ${thing.pick.id}`,
  thing,
  label: (
    <span className="hy-map-found" data-found={thing.pick.kind} data-long={isLong}>
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
  const group = (value: string, name: string, more: number, options: readonly FoundOption[]): FoundGroup[] =>
    options.length > 0
      ? [
          {
            value,
            // Above the list, for what is cut off below it nobody scrolls to.
            label: more > 0 ? `${name} · ${t('map.foundMore', { n: formatCount(more) })}` : name,
            options,
          },
        ]
      : [];
  const kindOf = (place: FoundPlace): string => {
    if (place.at === null) return t('outside.found');
    return place.kind === 'mine' ? t(`mineType.${place.type}`) : SITE_KINDS[place.type].name[language];
  };
  const found = hazards.status === 'open' ? hazards.found : null;
  const ofMine = (
    { id, mine, at }: { readonly id: string; readonly mine: string; readonly at: unknown },
    state: string,
  ): string =>
    [
      id.slice(mine.length + 1),
      nameOfMine(mine),
      state,
      ...(at === null ? [t('map.foundNoPlace')] : []),
    ].join(' · ');
  return [
    ...group('places', t('map.foundPlaces'), places.more, [
      ...places.places.map((place) =>
        optionOf(
          {
            ...{ pick: { kind: place.kind, id: place.id }, name: place.name[language] },
            ...{ at: place.at, mine: null },
          },
          kindOf(place),
        ),
      ),
    ]),
    ...group('majors', t('majorMap.title'), found?.moreMajors ?? 0, [
      ...(found?.majors ?? []).map(({ id, mine, title, state, at }) =>
        optionOf(
          { pick: { kind: 'major', id }, name: title, at, mine },
          ofMine({ id, mine, at }, t(`majorState.${state}`)),
          true,
        ),
      ),
    ]),
    ...group('hazards', t('map.hazards'), found?.moreHazards ?? 0, [
      ...(found?.hazards ?? []).map(({ id, mine, title, state, at }) =>
        optionOf(
          { pick: { kind: 'hazard', id }, name: title, at, mine },
          ofMine({ id, mine, at }, t(`hazardState.${state}`)),
          true,
        ),
      ),
      ...(hazards.status === 'loading' ? [line('looking', t('map.foundLooking'))] : []),
      ...(hazards.status === 'failed' ? [line('failed', t('map.foundFailed'))] : []),
    ]),
  ];
};
