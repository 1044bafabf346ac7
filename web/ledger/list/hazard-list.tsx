import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HazardRow, LedgerSort } from '../../../domain/contracts/ledger-list.ts';
import { WindowedList } from '../../live/windowed-list.tsx';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';
import { type OpenLedger, reloadLedger } from '../ledger-store.ts';
import { setLedgerQuery, useLedgerQuery } from './ask-list.ts';
import { LedgerFilters } from './ledger-filters.tsx';
import { ListedHazard } from './listed-hazard.tsx';
import type { ListItem } from './pages.ts';
import { usePages } from './use-pages.ts';

/** CSS pixels: from here on the list stands in columns. */
const WIDE = 990;
const ROW = { columns: 46, lines: 76 } as const;

const COLUMNS: readonly (readonly [LedgerSort | null, string])[] = [
  ['title', 'hazard'],
  ['mine', 'mine'],
  ['state', 'state'],
  ['corroboration', 'corroboration'],
  ['fixed', 'fixed'],
  ['deadline', 'deadline'],
  [null, 'responsible'],
];

/** Unique in a county: mine and hazard; of what has not come its place. */
const keyOf = (item: ListItem): string =>
  typeof item === 'number' ? `#${item}` : `${item.mine}\n${item.id}`;

interface Props {
  readonly ledger: OpenLedger;
  /** Only what lacks corroboration. */
  readonly lacking: boolean;
}

/** The hazards of the ledger: filtered, sorted, read and drawn only where they are in sight. */
export const HazardList = ({ ledger, lacking }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, room } = useSurroundings();
  const query = useLedgerQuery();
  const open = useView((state) => state.openHazard);
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWide(entry!.contentRect.width >= WIDE));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const [list, inSight] = usePages(
    scope,
    { on: ledger.on, query, lacking, language },
    open && `${open.mine}_${open.hazard}`,
  );
  const items = list.status === 'open' ? list.items : NONE;
  const [marked, setMarked] = useState<string | null>(null);
  /** Chosen before it has come; of another question it is another hazard. */
  const [awaited, setAwaited] = useState<{
    readonly index: number;
    readonly by: 'key' | 'pointer';
    readonly of: typeof query;
  } | null>(null);
  const choose = (row: HazardRow): void => {
    setMarked(keyOf(row));
    setView({ openHazard: { mine: row.mine, hazard: row.id } });
  };
  const select = (item: ListItem, by: 'key' | 'pointer'): void => {
    setAwaited(typeof item === 'number' ? { index: item, by, of: query } : null);
    if (typeof item === 'number') return;
    // In a panel the card takes the list's place: keys only mark, so that they can go on.
    if (room === 'panel' && by === 'key') setMarked(keyOf(item));
    else choose(item);
  };
  useEffect(() => {
    const item = awaited?.of === query ? items[awaited.index] : undefined;
    if (awaited && typeof item === 'object') select(item, awaited.by);
  });
  return (
    <div
      className="hy-ledger-list"
      ref={box}
      data-wide={wide}
      data-scope={scope.of}
      data-list={list.status === 'open' && list.stale ? 'stale' : list.status}
    >
      <LedgerFilters statistics={ledger.statistics} />
      <p className="hy-ledger-count" role="status">
        {list.status === 'open'
          ? t('ledger.shown', { shown: formatCount(list.kept), all: formatCount(list.all) })
          : list.status === 'loading' && t('ledger.loading')}
        {lacking && ` · ${t('ledger.lackingHint')}`}
      </p>
      {list.status === 'failed' && (
        <FetchFailurePage title={t('ledger.failed')} failure={list.failure} onRetry={reloadLedger} />
      )}
      {wide && list.status === 'open' && (
        <div className="hy-hazard-head">
          {COLUMNS.filter(([, name]) => name !== 'mine' || scope.of === 'county').map(([sort, name]) =>
            sort === null ? (
              <span key={name}>{t(`ledgerColumn.${name}` as 'ledgerColumn.responsible')}</span>
            ) : (
              <span key={name} className="hy-head-cell">
                <SortButton sort={sort} text={t(`ledgerColumn.${name}` as 'ledgerColumn.state')} />
                {sort === 'deadline' && <SortButton sort="moved" text={t('ledgerColumn.moved')} />}
              </span>
            ),
          )}
        </div>
      )}
      {list.status === 'open' && (
        <WindowedList
          items={items}
          rowHeight={wide ? ROW.columns : ROW.lines}
          keyOf={keyOf}
          selectedKey={
            awaited !== null
              ? keyOf(awaited.index)
              : open
                ? keyOf({ mine: open.mine, id: open.hazard } as HazardRow)
                : marked
          }
          label={t('ledger.title')}
          empty={ledger.statistics.counts.all === 0 ? t('ledger.empty') : t('ledger.noneMatch')}
          onSelect={select}
          onOpen={(item) => typeof item === 'object' && choose(item)}
          onSight={inSight}
        >
          {(item) =>
            typeof item === 'number' ? (
              <div className="hy-hazard-row hy-quiet" data-coming>
                {t('ledger.rowComing')}
              </div>
            ) : (
              <ListedHazard row={item} wide={wide} />
            )
          }
        </WindowedList>
      )}
    </div>
  );
};

const NONE: readonly ListItem[] = [];

const SortButton = ({ sort, text }: { sort: LedgerSort; text: string }) => {
  const { t } = useTranslation();
  const { sort: by, descending } = useLedgerQuery();
  const active = by === sort;
  const next = !active
    ? { sort, descending: false }
    : descending
      ? ({ sort: 'urgency', descending: false } as const)
      : { sort, descending: true };
  return (
    <button
      type="button"
      data-sort={sort}
      data-active={active}
      title={t('ledger.sortBy', { column: text })}
      aria-pressed={active}
      onClick={() => setLedgerQuery(next)}
    >
      {text}
      {active &&
        (descending ? <CaretDownOutlined aria-hidden="true" /> : <CaretUpOutlined aria-hidden="true" />)}
    </button>
  );
};
