import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './windowed-list.css';

interface WindowedListProps<T> {
  readonly items: readonly T[];
  /** CSS pixels; every row has it. */
  readonly rowHeight: number;
  readonly keyOf: (item: T) => string | number;
  readonly selectedKey: string | number | null;
  readonly label: string;
  readonly empty: ReactNode;
  readonly onSelect: (item: T, by: 'key' | 'pointer') => void;
  /** Enter on the selected row, or a double click. */
  readonly onOpen: (item: T) => void;
  /** Told which items are drawn, whenever others are. */
  readonly onSight?: (drawn: readonly T[]) => void;
  readonly children: (item: T) => ReactNode;
}

/** Rows drawn beyond each edge, so that scrolling shows no gap. */
const OVERSCAN = 6;

/**
 * A list box that draws only the rows in sight: thousands of people cost no more than a screenful. Arrow keys, Page,
 * Home and End move the choice; Enter opens it.
 */
export function WindowedList<T>(o: WindowedListProps<T>) {
  const { items, rowHeight, keyOf, selectedKey } = o;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const selected = selectedKey === null ? -1 : items.findIndex((item) => keyOf(item) === selectedKey);
  const show = (at: number) => {
    const element = box.current;
    if (!element) return;
    if (at * rowHeight < element.scrollTop) element.scrollTop = at * rowHeight;
    else if ((at + 1) * rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = (at + 1) * rowHeight - element.clientHeight;
  };
  // Chosen elsewhere (in the scene, by a link): brought into sight once, not at every new picture.
  const shownKey = useRef<string | number | null>(null);
  useEffect(() => {
    if (selectedKey === shownKey.current || selected < 0) return;
    shownKey.current = selectedKey;
    show(selected);
  });

  const choose = (at: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, at))];
    if (!item) return;
    show(items.indexOf(item));
    o.onSelect(item, 'key');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: selected + 1,
      ArrowUp: selected < 0 ? 0 : selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) choose(to);
    else if (event.key === 'Enter' && items[selected]) o.onOpen(items[selected]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  const { onSight } = o;
  useEffect(() => {
    if (last > first) onSight?.(items.slice(first, last));
  }, [first, last, items, onSight]);
  const optionId = (at: number) => `${id}-${keyOf(items[at]!)}`;
  return (
    <div
      ref={box}
      className="hy-list"
      role="listbox"
      tabIndex={0}
      aria-label={o.label}
      aria-activedescendant={selected >= first && selected < last ? optionId(selected) : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      {items.length === 0 ? (
        <p className="hy-quiet hy-pad">{o.empty}</p>
      ) : (
        <div className="hy-list-all" style={{ height: items.length * rowHeight }}>
          {items.slice(first, last).map((item, at) => (
            <div
              key={keyOf(item)}
              id={optionId(first + at)}
              className="hy-list-row"
              role="option"
              tabIndex={-1}
              aria-selected={first + at === selected}
              aria-setsize={items.length}
              aria-posinset={first + at + 1}
              style={{ top: (first + at) * rowHeight, height: rowHeight }}
              onClick={() => o.onSelect(item, 'pointer')}
              onKeyDown={() => {}}
              onDoubleClick={() => o.onOpen(item)}
            >
              {o.children(item)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
