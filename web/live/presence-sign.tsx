import { useTranslation } from 'react-i18next';
import type { Presence } from '../../domain/contracts/live/entity.ts';

/** Shapes that differ without their colours: full, half, dashed ring, question mark. */
const SHAPES: Readonly<Record<Presence, React.ReactNode>> = {
  fresh: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  stale: (
    <>
      <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 3.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  lost: (
    <circle
      cx="8"
      cy="8"
      r="5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="3.4 2.36"
    />
  ),
  unknown: (
    <path
      d="M5.4 6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.8-1.1 1.7M8 12.4v.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
};

/** How well somebody's place is known: a shape, and beside it the word unless `bare`. */
export const PresenceSign = ({ presence, bare = false }: { presence: Presence; bare?: boolean }) => {
  const { t } = useTranslation();
  const word = t(`presence.${presence}`);
  return (
    <span className="hy-sign" data-presence={presence} title={bare ? word : undefined}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {SHAPES[presence]}
      </svg>
      <span className={bare ? 'hy-unseen' : undefined}>{word}</span>
    </span>
  );
};

export const SosSign = () => {
  const { t } = useTranslation();
  return <strong className="hy-sos">{t('alarmKind.sos')}</strong>;
};
