import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useHasLedger } from '../map/use-has-ledger.ts';
import { openInLedger } from './open-outside.ts';
import './outside.css';
import { OutsideWays, useOutsideTexts } from './outside-facts.tsx';
import { type OutsideOne, useOutside } from './outside-store.ts';

/**
 * Above the legend and below the towns: the mines that neither shows, by name, with what is known of them. Nothing where there are
 * none. `isShort`: a line or two a mine, whose card has the ways to it; the legend needs the room.
 */
export const OutsideNote = ({ isShort = false }: { readonly isShort?: boolean }) => {
  const { t } = useTranslation();
  const state = useOutside();
  if (state.status === 'failed')
    return (
      <p className="hy-outside" role="alert" data-outside="failed">
        <WarningFilled aria-hidden="true" /> {t('outside.failed')}
      </p>
    );
  if (state.status !== 'open' || state.mines.length === 0) return null;
  return <Outside mines={state.mines} hasRead={state.ledger} isShort={isShort} />;
};

const Outside = ({
  mines,
  hasRead,
  isShort,
}: {
  readonly mines: readonly OutsideOne[];
  readonly hasRead: boolean;
  readonly isShort: boolean;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasLedger = useHasLedger();
  const day = useView((state) => state.day);
  const texts = useOutsideTexts(hasRead);
  const written = mines.filter(({ open }) => open !== null).map(({ id }) => id);
  return (
    <section
      className="hy-outside"
      aria-label={t('outside.short')}
      data-outside={mines.length}
      data-short={isShort}
    >
      <h3>
        <WarningFilled aria-hidden="true" /> {t('outside.title', { n: formatCount(mines.length) })}
      </h3>
      {!isShort && <p>{t('outside.means')}</p>}
      <ul>
        {mines.map((mine) => {
          const majors = texts.majors(mine);
          const people = day === null && (texts.people(mine) ?? t('outside.peopleUnknown'));
          const facts = [
            texts.hazards(mine),
            ...(majors ? [t('outside.majors', { n: formatCount(majors) })] : []),
            ...(people ? [people] : []),
          ];
          return (
            <li key={mine.id} data-outside-mine={mine.id}>
              <button
                type="button"
                onClick={() => setView({ regionPick: { kind: 'mine', id: mine.id }, mineInPlace: false })}
              >
                {mine.name[language]}
              </button>
              <span>{facts.join(t('driveOn.semicolon'))}</span>
              {texts.hasAlarms(mine) && (
                <span className="hy-bad">{t('outside.alarms', { text: texts.alarms(mine) })}</span>
              )}
              {!isShort && <OutsideWays mine={mine} />}
            </li>
          );
        })}
      </ul>
      {hasLedger && written.length > (isShort ? 0 : 1) && (
        <Button type="link" size="small" data-action="outside-all" onClick={() => openInLedger(written)}>
          {t('outside.allInLedger')}
        </Button>
      )}
    </section>
  );
};
