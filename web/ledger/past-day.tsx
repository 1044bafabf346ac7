import { HistoryOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../shell/view-store.ts';
import { countyDay } from './county-day.ts';

/** Chooses the day the ledger is shown as of; the map and the 3D mine follow it. */
export const DayChoice = () => {
  const { t } = useTranslation();
  const day = useView((state) => state.day);
  const today = countyDay();
  return (
    <label className="hy-ledger-day" htmlFor="hy-ledger-day">
      <span>{t('ledger.asOf')}</span>
      <Input
        id="hy-ledger-day"
        type="date"
        size="small"
        data-field="ledger-day"
        max={today}
        value={day ?? today}
        onChange={({ target: { value } }) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(value) && value <= today)
            setView({ day: value === today ? null : value });
        }}
      />
    </label>
  );
};

/** Says loudly that what is shown is past. */
export const PastBanner = ({ on }: { readonly on: string }) => {
  const { t } = useTranslation();
  return (
    <p className="hy-ledger-past" role="status" data-past-day={on}>
      <HistoryOutlined aria-hidden="true" /> <strong>{t('ledger.past', { day: on })}</strong>
      <span>{t('ledger.pastHint')}</span>
      <Button size="small" onClick={() => setView({ day: null })}>
        {t('ledger.backToNow')}
      </Button>
    </p>
  );
};
