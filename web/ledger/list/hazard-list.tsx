import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WindowedList } from '../../live/windowed-list.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';
import { type LedgerRow, rowKey } from '../ledger-row.ts';
import { HazardRow } from './hazard-row.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { type LedgerSort, queryRows } from './ledger-query.ts';
import { setLedgerQuery, useLedgerQuery } from './query-store.ts';

/** CSS pixels: from here on the list stands in columns. */
const WIDE = 960;
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

interface Props {
  readonly rows: readonly LedgerRow[];
  /** Only what lacks corroboration. */
  readonly lacking: boolean;
}

/** The hazards of the ledger: filtered, sorted, drawn only where they are in sight. */
export const HazardList = ({ rows, lacking }: Props) => {
  const { t } = useTranslation();
  const { scope, room, nameOfMine } = useSurroundings();
  const query = useLedgerQuery();
  const open = useView((state) => state.openHazard);
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWide(entry!.contentRect.width >= WIDE));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const shown = useMemo(
    () => queryRows(rows, { ...query, lacking }, nameOfMine),
    [rows, query, lacking, nameOfMine],
  );
  const [marked, setMarked] = useState<string | null>(null);
  const choose = ({ key, version: { hazard } }: LedgerRow): void => {
    setMarked(key);
    setView({ openHazard: { mine: hazard.mine, hazard: hazard.id } });
  };
  const all = lacking ? rows.filter(({ standing }) => standing.lacksCorroboration).length : rows.length;
  return (
    <div className="hy-ledger-list" ref={box} data-wide={wide} data-scope={scope.of}>
      <LedgerFilters rows={rows} />
      <p className="hy-ledger-count" role="status">
        {t('ledger.shown', { shown: formatCount(shown.length), all: formatCount(all) })}
        {lacking && ` · ${t('ledger.lackingHint')}`}
      </p>
      {wide && (
        <div className="hy-hazard-head">
          {COLUMNS.filter(([, name]) => name !== 'mine' || scope.of === 'county').map(([sort, name]) =>
            sort === null ? (
              <span key={name}>{t(`ledgerColumn.${name}` as 'ledgerColumn.responsible')}</span>
            ) : (
              <SortButton key={name} sort={sort} text={t(`ledgerColumn.${name}` as 'ledgerColumn.state')} />
            ),
          )}
        </div>
      )}
      <WindowedList
        items={shown}
        rowHeight={wide ? ROW.columns : ROW.lines}
        keyOf={({ key }) => key}
        selectedKey={open ? rowKey(open.mine, open.hazard) : marked}
        label={t('ledger.title')}
        empty={rows.length === 0 ? t('ledger.empty') : t('ledger.noneMatch')}
        // In a panel the card takes the list's place: keys only mark, so that they can go on.
        onSelect={(row, by) => (room === 'panel' && by === 'key' ? setMarked(row.key) : choose(row))}
        onOpen={choose}
      >
        {(row) => <HazardRow row={row} wide={wide} />}
      </WindowedList>
    </div>
  );
};

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
