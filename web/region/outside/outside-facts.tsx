import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useView } from '../../shell/view-store.ts';
import { alarmText } from '../map/alarm-text.ts';
import { peopleText } from '../map/people-text.ts';
import { useHasLedger } from '../map/use-has-ledger.ts';
import { useAsOf, useLiveAlarms, useLiveCounts } from '../map/use-live-counts.ts';
import { useMajorSigns } from '../map/use-major-signs.ts';
import { openInLedger, openOutsideMine } from './open-outside.ts';
import type { OutsideOne } from './outside-store.ts';

/** What is known of mines outside the register, in words: hazards of the day shown, people and alarms of now. */
export const useOutsideTexts = (hasRead: boolean) => {
  const { t } = useTranslation();
  const day = useView((state) => state.day);
  const people = useLiveCounts();
  const alarms = useLiveAlarms();
  // What is kept of a gateway that does not answer is told as of when it was told.
  const asOf = useAsOf();
  const majors = useMajorSigns();
  const hasLedger = useHasLedger();
  return {
    hazards: ({ open }: OutsideOne): string => {
      if (!hasRead) return t('outside.ledgerUnknown');
      // Without a word in the ledger nobody has looked: that is not "none".
      return open === null ? t('map.nothingInLedger') : t('outside.open', { n: formatCount(open) });
    },
    /** Major hazards that are not done with; null: not known. */
    majors: ({ id }: OutsideOne): number | null =>
      hasLedger && majors.status === 'open' ? majors.majors.filter(({ mine }) => mine === id).length : null,
    /** null: not known, or of another day. */
    people: ({ id }: OutsideOne): string | null => (day === null ? asOf(peopleText(people[id], t), t) : null),
    alarms: ({ id }: OutsideOne): string | null => (day === null ? asOf(alarmText(alarms[id], t), t) : null),
    hasAlarms: ({ id }: OutsideOne): boolean => day === null && (alarms[id]?.standing ?? 0) > 0,
  };
};

/** Ways to a mine that has no sign on the map. */
export const OutsideWays = ({ mine }: { readonly mine: OutsideOne }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasLedger = useHasLedger();
  const name = mine.name[language];
  return (
    <span className="hy-outside-ways">
      {hasLedger && mine.open !== null && (
        <Button
          type="link"
          size="small"
          data-action="outside-ledger"
          aria-label={t('outside.toLedgerOf', { name })}
          onClick={() => openInLedger([mine.id])}
        >
          {t('outside.toLedger')}
        </Button>
      )}
      {mine.bundle && (
        <Button
          type="link"
          size="small"
          data-action="outside-mine"
          aria-label={t('outside.toMineOf', { name })}
          onClick={() => openOutsideMine(mine.id)}
        >
          {t('outside.toMine')}
        </Button>
      )}
    </span>
  );
};
