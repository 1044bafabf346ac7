import type { TFunction } from 'i18next';
import { formatCount } from '../../shell/format-number.ts';
import type { LiveAlarms } from './use-live-counts.ts';

/** What stands of a mine's alarms, what nobody answered and calls for help first; null where that is not known. */
export const alarmText = (alarms: LiveAlarms | undefined, t: TFunction): string | null => {
  if (!alarms || alarms.standing === null) return null;
  const { standing, unanswered, sos, warning } = alarms;
  if (standing === 0) return t('map.noAlarms');
  const parts = [
    ...(sos ? [t('map.alarmSos', { n: formatCount(sos) })] : []),
    t('map.alarmsStanding', { n: formatCount(standing) }),
    ...(unanswered ? [t('map.alarmsUnanswered', { n: formatCount(unanswered) })] : []),
    ...(warning ? [t('map.alarmsHighest', { level: t(`warningLevel.${warning}`) })] : []),
  ];
  return parts.join(t('map.comma'));
};
