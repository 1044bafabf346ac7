import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES } from '../../../domain/contracts/major-hazard.ts';
import { FIVE_FIXED, missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { SourceText } from '../../live/source-text.tsx';
import { WindowedList } from '../../live/windowed-list.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { DeadlineSign } from '../deadline-sign.tsx';
import { useSurroundings } from '../ledger-context.ts';
import { type MajorRow, type MajorShown, shownRows } from './major-rows.ts';
import { isStanding, majorKey } from './major-store.ts';

const ROW_HEIGHT = 56;
const BORDERS = 2;

interface Props {
  readonly all: readonly MajorRow[];
  readonly shown: MajorShown;
  readonly onShow: (shown: MajorShown) => void;
  /** What else can be done here. */
  readonly children: ReactNode;
}

/** The major hazards of all sources, the most urgent first. */
export const MajorTable = ({ all, shown, onShow, children }: Props) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const open = useView(({ openHazard }) => openHazard && majorKey({ ...openHazard, id: openHazard.hazard }));
  const [marked, setMarked] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const rows = shownRows(all, shown, search, nameOfMine);
  const show = ({ hazard: { mine, id } }: MajorRow): void => setView({ openHazard: { mine, hazard: id } });
  return (
    <section className="hy-major-list" data-part="major-list" data-shown={shown}>
      <header>
        <h3>{t('major.shown', { what: t(`majorCount.${shown}`), n: formatCount(rows.length) })}</h3>
        <Input
          size="small"
          allowClear
          aria-label={t('major.search')}
          placeholder={t('major.search')}
          data-field="major-search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <button
          type="button"
          className="hy-jump"
          data-show="all"
          aria-pressed={shown === 'all'}
          onClick={() => onShow(shown === 'all' ? 'open' : 'all')}
        >
          {shown === 'all' ? t('major.showOpen') : t('major.showAll', { n: formatCount(all.length) })}
        </button>
        {children}
      </header>
      <div className="hy-major-rows" style={{ height: ROW_HEIGHT * Math.max(1, rows.length) + BORDERS }}>
        <WindowedList
          items={rows}
          rowHeight={ROW_HEIGHT}
          keyOf={({ key }) => key}
          selectedKey={open ?? marked}
          label={t('ledgerPage.major')}
          empty={t(all.length === 0 ? 'major.empty' : 'major.noneShown')}
          onSelect={(row, by) => (by === 'key' ? setMarked(row.key) : show(row))}
          onOpen={show}
        >
          {(row) => <MajorLine row={row} />}
        </WindowedList>
      </div>
    </section>
  );
};

const MajorLine = ({ row }: { readonly row: MajorRow }) => {
  const { hazard, overdue, owed, repeat, unsaid, pastListing, isOpen, moved } = row;
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, nameOfMine } = useSurroundings();
  const missing = missingFixed(hazard.fiveFixed);
  const fixedTitle = missing.map((item) => t(`majorField.${item}`)).join(t('ledger.comma'));
  return (
    <div className="hy-major-row" data-major={hazard.id} data-open={isOpen}>
      <strong>
        <SourceText text={hazard.title} />
      </strong>
      <span className="hy-major-signs">
        {/* Those of a hidden hazard stand where it does. */}
        {isStanding(hazard) && hazard.place === null && hazard.hazards.length === 0 && (
          <span className="hy-unknown" data-placeless>
            {t('majorScene.noPlace')}
          </span>
        )}
        {repeat && <span className="hy-bad">✗ {t('major.counts')}</span>}
        {owed && <span className="hy-bad">✗ {t('major.listingOwed')}</span>}
        {unsaid && (
          <span className="hy-unknown" title={t('major.unsaid')}>
            {t('major.unsaid')}
          </span>
        )}
        {hazard.listed && (pastListing ?? 0) === 0 && (
          <span className="hy-major-listed">⚑ {t('major.listed')}</span>
        )}
        {hazard.listed && (pastListing ?? 0) > 0 && (
          <span className="hy-bad" data-listed-past title={hazard.listed.until ?? undefined}>
            ⚑ ✗ {t('major.listedPast', { n: pastListing })}
          </span>
        )}
        <span className="hy-hazard-state" data-state={hazard.state}>
          {t(`majorState.${hazard.state}`)}
        </span>
      </span>
      <span className="hy-quiet">
        {scope.of === 'county' && `${nameOfMine(hazard.mine)} · `}
        {MAJOR_SOURCES[hazard.source][language]} · {hazard.found.on}
      </span>
      <span className="hy-major-signs">
        {hazard.state !== 'unfounded' && hazard.state !== 'reported' && (
          <span className={missing.length > 0 ? 'hy-bad' : ''} title={fixedTitle}>
            {missing.length > 0 && '✗ '}
            {t('major.fixedCount', { n: FIVE_FIXED.length - missing.length, all: FIVE_FIXED.length })}
          </span>
        )}
        {isOpen && (
          <DeadlineSign hazard={{ fiveFixed: hazard.fiveFixed, state: 'treating' }} {...{ overdue, moved }} />
        )}
        {hazard.closeOut && (
          <span className="hy-quiet">✓ {t('major.closedWhen', { day: hazard.closeOut.on })}</span>
        )}
        {hazard.closeOut?.report === null && <span className="hy-bad">✗ {t('major.noCloseReport')}</span>}
      </span>
    </div>
  );
};
