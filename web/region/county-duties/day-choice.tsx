import { Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DutyPage } from '../../../domain/contracts/county-duties-view.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { AHEAD, setDutyChoice, useDutyChoice } from './query-store.ts';

type Preset = (typeof AHEAD)[number];

/** A past day is that of the map and the ledger; what looks ahead is this table's alone. */
const judgeOn = (day: string, today: string): void => {
  setView({ day: day < today ? day : null });
  setDutyChoice({ ahead: day > today ? day : 'today' });
};

/** Which day the table is judged by: today, ahead, or any other. */
export const DayChoice = ({ view: { on, today } }: { view: DutyPage }) => {
  const { t } = useTranslation();
  const past = useView((state) => state.day) !== null;
  const ahead = useDutyChoice((choice) => choice.ahead);
  return (
    <>
      <Segmented<Preset | null>
        size="small"
        aria-label={t('countyDuties.judgedOn')}
        value={past ? null : (AHEAD.find((preset) => preset === ahead) ?? null)}
        options={AHEAD.map((value) => ({ value, label: t(`dutyAhead.${value}`) }))}
        onChange={(preset) => {
          setView({ day: null });
          setDutyChoice({ ahead: preset ?? 'today' });
        }}
      />
      <Input
        className="hy-cd-day"
        type="date"
        size="small"
        aria-label={t('countyDuties.judgedOn')}
        data-field="duty-day"
        data-on={on}
        value={on}
        onChange={({ target: { value } }) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(value)) judgeOn(value, today);
        }}
      />
    </>
  );
};

/** Says that the table is not of today, and leads back. */
export const OtherDayNotice = ({ view: { on, today } }: { view: DutyPage }) => {
  const { t } = useTranslation();
  return (
    <p className="hy-cd-past" role="status">
      <span>{t(on < today ? 'countyDuties.past' : 'countyDuties.future', { day: on })}</span>
      <Button size="small" data-action="back-to-today" onClick={() => judgeOn(today, today)}>
        {t('countyDuties.backToToday')}
      </Button>
    </p>
  );
};
