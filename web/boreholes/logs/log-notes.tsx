import { useTranslation } from 'react-i18next';
import type { HangOn } from '../../../domain/boreholes/hang-logs.ts';
import type { StripSide } from './correlation-lines.tsx';

interface Props {
  readonly sides: readonly StripSide[];
  readonly hang: HangOn;
}

/** What must be known before strips are compared: heights that nobody surveyed, holes that do not hang as asked. */
export const LogNotes = ({ sides, hang }: Props) => {
  const { t } = useTranslation();
  const noHeight = sides.filter(({ hung }) => hung.log.height === null).map(({ hung }) => hung.log.title);
  const loose = sides.filter(({ hung }) => !hung.hung).map(({ hung }) => hung.log.title);
  return (
    <>
      {noHeight.length > 0 && (
        <p className="hy-holes-note" data-note="height-unknown">
          {t('boreholes.heightUnknown', { holes: noHeight.join(', ') })}
        </p>
      )}
      {hang.on === 'contact' && loose.length > 0 && (
        <p className="hy-holes-note" data-note="not-hung">
          {t('boreholes.contactMissing', { holes: loose.join(', ') })}
        </p>
      )}
    </>
  );
};
