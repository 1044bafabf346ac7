import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
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
  const body = part.kind === 'body' ? subject.bodies[part.body]! : null;
  const name = body
    ? body.name[language]
    : part.kind === 'unit'
      ? subject.model!.units[part.unit]!.name[language]
      : t('slice.unknown');
  return (
    <div
      className="hy-hover"
      data-cut-label={part.kind}
      style={{ left: hover.x, top: hover.y }}
      aria-hidden="true"
    >
      <strong>{name}</strong>
      {body && <span>{BODY_STYLES[body.kind].name[language]}</span>}
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
