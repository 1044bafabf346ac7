import { AlertFilled, BellFilled, InfoCircleOutlined } from '@ant-design/icons';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm, Urgency } from '../../../domain/contracts/live/alarm.ts';
import { formatNumber, unitSign } from '../../shell/format-number.ts';
import { PlaceName } from '../source-text.tsx';
import { placeIsSubject } from './alarm-names.ts';

const ICONS: Readonly<Record<Urgency, ComponentType>> = {
  sos: AlertFilled,
  alarm: BellFilled,
  notice: InfoCircleOutlined,
};

/** How urgent, by icon and word; the warning level in words where a threshold names one. */
export const UrgencySign = ({ alarm }: { alarm: Pick<Alarm, 'urgency' | 'warning'> }) => {
  const { t } = useTranslation();
  const Icon = ICONS[alarm.urgency];
  return (
    <span className="hy-urgency" data-urgency={alarm.urgency} data-warning={alarm.warning ?? undefined}>
      <Icon /> {alarm.warning ? t(`warningLevel.${alarm.warning}`) : t(`urgency.${alarm.urgency}`)}
    </span>
  );
};

/** Units that are words. */
const UNITS = ['person', 'camera', 's', 'min', 'h'] as const;

/** Where it happened; nothing where that says no more than who it is about. */
export const AlarmPlace = ({ alarm }: { alarm: Pick<Alarm, 'place' | 'subject'> }) => {
  const { t } = useTranslation();
  if (placeIsSubject(alarm)) return null;
  return alarm.place === null ? t('live.unknownPlace') : <PlaceName name={alarm.place} />;
};

/** Counted things are named once: "0 cameras, bound 1". */
const isCount = (unit: string): boolean => unit === 'person' || unit === 'camera';

/** A unit in words where it is one. */
export const unitText = (unit: string, t: TFunction): string => {
  const known = UNITS.find((one) => one === unit);
  return known ? t(`judgedUnit.${known}`) : unitSign(unit);
};

/** "12 people, at most 9": what was measured and the bound it was judged by. */
export const JudgedText = ({ alarm: { judged } }: { alarm: Pick<Alarm, 'judged'> }) => {
  const { t } = useTranslation();
  if (!judged) return null;
  const unit = unitText(judged.unit, t);
  const text = (value: number) => formatNumber(value, { unit: judged.unit }) ?? t('app.unknown');
  return (
    <span className="hy-judged">
      <strong>
        {judged.unknown ? t('alarms.atLeast', { value: text(judged.value) }) : text(judged.value)} {unit}
      </strong>{' '}
      <span className="hy-quiet">
        {t('alarms.bound')} {text(judged.bound)} {isCount(judged.unit) ? '' : unit}
        {judged.unknown ? ` · ${t('alarms.unknownMore', { n: judged.unknown })}` : ''}
      </span>
    </span>
  );
};
