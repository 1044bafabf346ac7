import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';

/** The setup's own name of what the alarm is about, in the reader's language; else the name the alarm was born with. */
export const subjectName = (
  { subject }: Pick<Alarm, 'subject'>,
  setup: LiveSetup | null,
  language: Language,
): string => {
  const named =
    setup && subject.type !== 'entity'
      ? [
          ...setup.devices,
          ...setup.workPlaces,
          ...setup.keyPlaces,
          ...setup.restrictedZones,
          ...setup.slopes,
          ...(setup.gateways ?? []),
        ].find(({ id }) => id === subject.id)
      : undefined;
  return named?.name[language] ?? subject.name ?? subject.id;
};

/** Where that says no more than who it is about. */
export const placeIsSubject = ({ place, subject }: Pick<Alarm, 'place' | 'subject'>): boolean =>
  place !== null && place === subject.name;
