import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES, type MajorView } from '../../../domain/contracts/major-hazard.ts';
import { daysOverdue, missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { SourceText } from '../../live/source-text.tsx';
import { WindowedList } from '../../live/windowed-list.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { DeadlineSign } from '../deadline-sign.tsx';
import { FixedProgress } from '../fixed-progress.tsx';
import { useSurroundings } from '../ledger-context.ts';
import { type HazardEntry, hazardsOf, majorKey, useMajor } from './major-store.ts';

const ROW_HEIGHT = 66;

/** What is open first, of it what is listed or owed first. */
const order = ({ hazard }: HazardEntry): number =>
  (hazard.state === 'closed' || hazard.state === 'unfounded' ? 10 : 0) - (hazard.listed ? 2 : 0);

/** A major hazard is past its deadline as a hidden one is. */
const overdueOf = ({ fiveFixed, state }: HazardEntry['hazard'], today: string): number | null =>
  daysOverdue(
    { fiveFixed, state: state === 'closed' || state === 'unfounded' ? 'closed' : 'treating' },
    today,
  );

/** The major hazards of all sources. @param today YYYY-MM-DD */
export const MajorTable = ({ view, today }: { readonly view: MajorView; readonly today: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, nameOfMine } = useSurroundings();
  const open = useMajor((store) => store.open);
  const [marked, setMarked] = useState<string | null>(null);
  const owed = new Set(
    view.mines.flatMap(({ mine, listingOwed }) => listingOwed.map((id) => majorKey({ mine, id }))),
  );
  const entries = hazardsOf(view).toSorted((a, b) => order(a) - order(b));
  const show = ({ hazard }: HazardEntry): void => useMajor.setState({ open: majorKey(hazard) });
  return (
    <section className="hy-major-list" data-part="major-list">
      <h3>{t('major.all', { n: entries.length })}</h3>
      <WindowedList
        items={entries}
        rowHeight={ROW_HEIGHT}
        keyOf={({ hazard }) => majorKey(hazard)}
        selectedKey={open ?? marked}
        label={t('ledgerPage.major')}
        empty={t('major.empty')}
        onSelect={(entry, by) => (by === 'key' ? setMarked(majorKey(entry.hazard)) : show(entry))}
        onOpen={show}
      >
        {({ hazard }) => (
          <div className="hy-hazard-row" data-major={hazard.id}>
            <span className="hy-hazard-title">
              <strong>
                <SourceText text={hazard.title} />
              </strong>
              <span className="hy-quiet">
                {scope.of === 'county' && `${nameOfMine(hazard.mine)} · `}
                {MAJOR_SOURCES[hazard.source][language]} · {hazard.found.on}
              </span>
            </span>
            <span className="hy-hazard-line">
              <span className="hy-hazard-state" data-state={hazard.state}>
                {t(`majorState.${hazard.state}`)}
              </span>
              {hazard.listed && <span className="hy-major-listed">⚑ {t('major.listed')}</span>}
              {owed.has(majorKey(hazard)) && <span className="hy-bad">✗ {t('major.listingOwed')}</span>}
            </span>
            <span className="hy-hazard-line">
              <FixedProgress missing={missingFixed(hazard.fiveFixed)} />
              {hazard.fiveFixed.deadline !== null && (
                <DeadlineSign
                  hazard={{
                    fiveFixed: hazard.fiveFixed,
                    state: hazard.state === 'closed' ? 'closed' : 'treating',
                  }}
                  overdue={overdueOf(hazard, today)}
                />
              )}
            </span>
          </div>
        )}
      </WindowedList>
    </section>
  );
};
