import type { TFunction } from 'i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { MeasureSubject } from './measure-subject.ts';
import type { Snap } from './snap-aim.ts';

/** What a point is taken of, as `roadway · corner`. */
export const snapName = (
  { hold, owner }: Snap,
  { bodies, holes, model }: MeasureSubject,
  language: Language,
  t: TFunction,
): string => {
  const of = (): string => {
    switch (owner.kind) {
      case 'body':
        return bodies[owner.body]!.name[language];
      case 'hole':
        return holes[owner.interval]!.title;
      case 'ground':
        return t('measure.ground');
      case 'cut': {
        const { part } = owner;
        const name =
          part?.kind === 'body'
            ? bodies[part.body]?.name[language]
            : part?.kind === 'unit'
              ? model?.units[part.unit]?.name[language]
              : part?.kind === 'unknown'
                ? t('measure.unknownRock')
                : null;
        return name ? `${t('measure.cut')} · ${name}` : t('measure.cut');
      }
    }
  };
  return owner.kind === 'ground' ? of() : `${of()} · ${t(`measure.${hold}`)}`;
};
