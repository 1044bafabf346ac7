import { useTranslation } from 'react-i18next';
import type { CountyDuties } from '../../../domain/contracts/county-duties-view.ts';
import { daysBetween } from '../../../domain/county-duties/calendar-day.ts';

/** Of when the reports are that duties are judged by, and for how long they are held for true. */
export const RegisterLine = ({ view }: { view: Pick<CountyDuties, 'register' | 'today'> }) => {
  const { t } = useTranslation();
  const { asOf, goodForDays } = view.register;
  const days = asOf === null ? null : daysBetween(asOf, view.today);
  const isKnown = days !== null && goodForDays !== null && days <= goodForDays;
  return (
    <p className="hy-cd-register" data-known={isKnown}>
      {days === null ? t('countyDuties.registerUndated') : t('countyDuties.registerAge', { day: asOf, days })}
      {t('driveOn.semicolon')}
      {goodForDays === null
        ? t('countyDuties.registerNoRule')
        : t('countyDuties.registerGood', { days: goodForDays })}
    </p>
  );
};
