import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyPage } from '../../../domain/contracts/county-duties-view.ts';
import { verificationOf, writtenClause } from '../../../domain/rules/verification.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import type { DutyItem } from './duty-pages.ts';
import { DutyRow } from './duty-row.tsx';
import { setDutyChoice, useDutyChoice } from './query-store.ts';
import { SortHead } from './sort-head.tsx';

/** CSS pixels; every row has it. */
const ROW = 44;
/** Rows drawn beyond each edge, so that scrolling shows no gap. */
const OVERSCAN = 6;
/** The name and the score stand before the duties, and stay. */
const FIXED = 2;

interface Props {
  readonly view: Pick<DutyPage, 'duties' | 'columns' | 'most'>;
  readonly rows: readonly DutyItem[];
  /** Told which rows are drawn, so that those that have not come are asked for. */
  readonly onSight: (first: number, end: number) => void;
}

/**
 * Mines against duties. Header and first columns stay; only rows in sight are drawn. One stop of the keyboard: arrow keys, Page, Home
 * and End move over the cells, Enter opens the mine beside the table.
 */
export const DutyTable = ({ view: { duties, columns, most }, rows, onSight }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const pick = useView((state) => state.regionPick);
  const chosenDuty = useDutyChoice((choice) => choice.duty);
  const chosen =
    pick?.kind === 'mine' ? rows.findIndex((row) => typeof row === 'object' && row.mine === pick.id) : -1;
  const [at, setAt] = useState({ row: 0, column: 0 });
  const lastColumn = columns.length + FIXED - 1;
  const first = Math.max(0, Math.floor(top / ROW) - OVERSCAN);
  const end = Math.min(rows.length, Math.ceil((top + height) / ROW) + OVERSCAN);
  // Scrolled away from where the keyboard was, it comes in again at what is in sight.
  const active = {
    row: at.row >= first && at.row < end ? at.row : Math.min(rows.length - 1, Math.ceil(top / ROW)),
    column: Math.min(at.column, lastColumn),
  };
  const drawn = rows.slice(first, end);
  const lacks = drawn.some((row) => typeof row === 'number');
  useEffect(() => {
    if (lacks) onSight(first, end);
  }, [onSight, first, end, lacks]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setHeight(entry!.contentRect.height));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);

  const show = (row: number, column: number): void => {
    const element = box.current;
    const heads = element?.querySelectorAll('thead th');
    const head = heads?.[0] as HTMLElement | undefined;
    if (!element || !heads || !head) return;
    const view = element.clientHeight - head.offsetHeight;
    if (row * ROW < element.scrollTop) element.scrollTop = row * ROW;
    else if ((row + 1) * ROW > element.scrollTop + view) element.scrollTop = (row + 1) * ROW - view;
    const cell = heads[column] as HTMLElement | undefined;
    if (column < FIXED || !cell) return;
    const fixed = head.offsetWidth + (heads[1] as HTMLElement).offsetWidth;
    // A head that sticks says where it is seen, not where its column is.
    const left = cell.offsetLeft - fixed;
    const right = cell.offsetLeft + cell.offsetWidth - element.clientWidth;
    if (element.scrollLeft > left) element.scrollLeft = left;
    else if (element.scrollLeft < right) element.scrollLeft = right;
  };
  // Chosen elsewhere (on the map, by a link): brought into sight once.
  const shown = useRef(-1);
  const focusNext = useRef(false);
  useLayoutEffect(() => {
    if (focusNext.current) {
      focusNext.current = false;
      box.current
        ?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)
        ?.focus({ preventScroll: true });
    }
    if (chosen < 0 || chosen === shown.current) return;
    shown.current = chosen;
    setAt((last) => ({ ...last, row: chosen }));
    show(chosen, 0);
  });

  const open = (row: number, column: number): void => {
    const item = rows[row];
    if (typeof item !== 'object') return;
    const { mine } = item;
    shown.current = row;
    setAt({ row, column });
    setView({ regionPick: { kind: 'mine', id: mine } });
    const duty = columns[column - FIXED];
    setDutyChoice({ duty: duty === undefined ? null : duties[duty]!.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = active;
    const page = Math.max(1, Math.floor(height / ROW) - 2);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rows.length - 1 : row, lastColumn],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, move[0])),
      column: Math.max(0, Math.min(lastColumn, move[1])),
    };
    focusNext.current = true;
    show(next.row, next.column);
    // Scrolling tells its place after this picture; the row to go to must be in this one.
    setTop(box.current?.scrollTop ?? top);
    setAt(next);
  };

  return (
    <section
      className="hy-cd-grid"
      ref={box}
      aria-label={t('countyDuties.table')}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <table aria-rowcount={rows.length + 1} style={{ '--hy-cd-columns': columns.length } as CSSProperties}>
        <colgroup>
          <col className="hy-cd-col-name" />
          <col className="hy-cd-col-score" />
          {columns.map((i) => (
            <col key={duties[i]!.id} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <SortHead sort="name" text={t('countyDuties.mine')} />
            <SortHead sort="score" text={t('countyDuties.score')} hint={t('countyDuties.scoreHint')} />
            {columns.map((i) => {
              const { id, name, clause, status } = duties[i]!;
              const source =
                writtenClause(clause) ??
                t(verificationOf(status) === 'demo' ? 'countyDuties.demo' : 'rules.noClause');
              return (
                <SortHead
                  key={id}
                  sort={id}
                  text={name[language]}
                  hint={`${name[language]} · ${source}`}
                  small={source}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} columns={lastColumn + 1} />
          {drawn.map((row, i) =>
            typeof row === 'number' ? (
              <tr key={`#${row}`} aria-rowindex={row + 2} aria-busy="true" data-coming>
                <td colSpan={lastColumn + 1} className="hy-quiet">
                  {t('countyDuties.rowComing')}
                </td>
              </tr>
            ) : (
              <DutyRow
                key={row.mine}
                {...{ columns, duties, most, row, onKeyDown }}
                at={first + i}
                active={first + i === active.row ? active.column : null}
                chosen={first + i === chosen}
                chosenDuty={chosenDuty}
                onOpen={open}
              />
            ),
          )}
          <Gap rows={rows.length - end} columns={lastColumn + 1} />
        </tbody>
      </table>
    </section>
  );
};

/** The room of rows that are not drawn. */
const Gap = ({ rows, columns }: { rows: number; columns: number }) =>
  rows > 0 && (
    <tr>
      <td colSpan={columns} style={{ height: rows * ROW, padding: 0 }} />
    </tr>
  );
