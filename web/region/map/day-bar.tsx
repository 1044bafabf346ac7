import { ColumnWidthOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button, Slider, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countyDay } from '../../../domain/county/county-day.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { dayAfter, daysAfter, yearBegun } from './days-along.ts';
import { LiveAge } from './live-age.tsx';

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly onChange: (day: string) => void;
  readonly field: string;
}

const DayField = ({ label, value, min, max, onChange, field }: DayFieldProps) => (
  <input
    type="date"
    className="hy-day-field"
    aria-label={label}
    data-day-field={field}
    value={value}
    min={min}
    max={max}
    // an emptied field keeps the day until another is written
    onChange={({ target }) =>
      target.value !== '' && target.value >= min && target.value <= max && onChange(target.value)
    }
  />
);

/** The day that is shown: the register's years as a line, today at its end; and a second day beside it. */
export const DayBar = () => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const day = useView((state) => state.day);
  const otherDay = useView((state) => state.otherDay);
  const today = countyDay(Date.now());
  const begun = yearBegun(catalog.years[0], today);
  const first = `${begun}-01-01`;
  const last = daysAfter(first, today);
  const shown = day ?? today;
  const [dragged, setDragged] = useState<number | null>(null);
  const set = (wanted: string) => setView({ day: wanted >= today ? null : wanted });
  const years = Array.from({ length: Number(today.slice(0, 4)) - begun + 1 }, (_, i) => begun + i);
  const step = Math.max(1, Math.ceil(years.length / 12));
  const marks = Object.fromEntries(
    years.filter((_, i) => i % step === 0).map((year) => [daysAfter(first, `${year}-01-01`), String(year)]),
  );
  const at = dragged ?? daysAfter(first, shown);
  return (
    <div className="hy-day-bar" data-past={day !== null}>
      <HistoryOutlined aria-hidden="true" />
      <DayField label={t('map.day')} field="day" value={shown} min={first} max={today} onChange={set} />
      <Slider
        className="hy-day-slider"
        min={0}
        max={last}
        value={at}
        marks={marks}
        ariaLabelForHandle={t('map.day')}
        tooltip={{ formatter: (value) => dayAfter(first, value ?? 0) }}
        onChange={setDragged}
        onChangeComplete={(value) => {
          setDragged(null);
          set(dayAfter(first, value));
        }}
      />
      <LiveAge />
      <Button size="small" disabled={day === null} onClick={() => setView({ day: null })}>
        {t('map.today')}
      </Button>
      <Tooltip title={t('map.compareHint')}>
        <Button
          size="small"
          icon={<ColumnWidthOutlined />}
          type={otherDay === null ? 'default' : 'primary'}
          aria-pressed={otherDay !== null}
          data-action="compare"
          onClick={() => setView({ otherDay: otherDay === null ? first : null })}
        >
          {t('map.compare')}
        </Button>
      </Tooltip>
      {otherDay !== null && (
        <DayField
          label={t('map.otherDay')}
          field="other"
          value={otherDay}
          min={first}
          max={today}
          onChange={(wanted) => setView({ otherDay: wanted })}
        />
      )}
    </div>
  );
};
