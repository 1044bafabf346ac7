import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { CapPart } from '../../../../domain/geology/slice/cap-mesh.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { useSession } from '../../mine-session.ts';
import { surveyReadout } from '../../status/survey-readout.ts';
import { useSlice } from './slice-store.ts';

/** What of the cut is under the pointer, and where. */
export const CutLabel = ({ catalog }: { readonly catalog: Catalog }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const hover = useSession((session) => session.hoverCut);
  const parts = useSlice((state) => state.parts);
  const subject = useSlice((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const part = hover && parts[hover.place.part];
  if (!hover || !part || !subject) return null;
  const [name, kind] = namesOf(part, subject, language) ?? [t('slice.unknown'), null];
  return (
    <div
      className="hy-hover"
      data-cut-label={part.kind}
      style={{ left: hover.x, top: hover.y }}
      aria-hidden="true"
    >
      <strong>{name}</strong>
      {kind && <span>{kind}</span>}
      <span className="hy-slice-place">
        {surveyReadout(frame.enuToSurvey(hover.place.enu), catalog.survey).map(({ letter, text }) => (
          <span key={letter}>
            {letter} {text}
          </span>
        ))}
      </span>
    </div>
  );
};

/** Name and kind; null where nobody knows. */
const namesOf = (
  part: CapPart,
  { bodies, holes, model }: CutSubject,
  language: Language,
): readonly [name: string, kind: string | null] | null => {
  switch (part.kind) {
    case 'body': {
      const { name, kind } = bodies[part.body]!;
      return [name[language], BODY_STYLES[kind].name[language]];
    }
    case 'hole': {
      const { title, rock } = holes[part.interval]!;
      return [title, rock[language]];
    }
    case 'unit':
      return [model!.units[part.unit]!.name[language], null];
    case 'unknown':
      return null;
  }
};
