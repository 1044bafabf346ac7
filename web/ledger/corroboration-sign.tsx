import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Corroboration } from '../../domain/hazards/cross-validation.ts';
import { useTheme } from '../shell/preferences.ts';
import { CORROBORATION_LOOKS } from './corroboration-look.ts';

/** How well a hazard is known: its pattern and the word for it. */
export const CorroborationSign = ({ status }: { status: Corroboration }) => {
  const { t } = useTranslation();
  const theme = useTheme();
  const { colour, pattern } = CORROBORATION_LOOKS[status];
  return (
    <span
      className="hy-corroboration"
      data-corroboration={status}
      style={{ '--hy-look': colour[theme] } as CSSProperties}
    >
      <i data-pattern={pattern} aria-hidden="true" />
      {t(`corroboration.${status}`)}
    </span>
  );
};
