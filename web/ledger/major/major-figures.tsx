import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { formatCount } from '../../shell/format-number.ts';
import type { MajorRow, MajorShown } from './major-rows.ts';

interface Props {
  readonly view: MajorView;
  readonly rows: readonly MajorRow[];
  readonly shown: MajorShown;
  readonly onShow: (shown: MajorShown) => void;
}

/** What must not stand: any of it is red, with a sign. */
const BAD: ReadonlySet<string> = new Set(['repeat', 'overdue', 'listedPast', 'owed']);

/** What has to be looked at first, counted; each figure lists what it counts. */
export const MajorFigures = ({ view, rows, shown, onShow }: Props) => {
  const { t } = useTranslation();
  const sum = (of: (mine: MajorView['mines'][number]) => number): number =>
    view.mines.reduce((all, mine) => all + of(mine), 0);
  // Where nothing was ever written nobody knows: that is not nought.
  const isKept = view.entries.length > 0;
  const figures = [
    ['overdue', sum(({ overdue }) => overdue)],
    ['listedPast', sum(({ listedPast }) => listedPast)],
    ['owed', view.rules.listing ? sum(({ listingOwed }) => listingOwed.length) : null],
    [
      'repeat',
      view.rules.repeat
        ? sum(({ repeat: { kind } }) => Number(kind === 'reached' || kind === 'was-reached'))
        : null,
    ],
    ['unsaid', view.rules.repeat ? rows.filter(({ unsaid }) => unsaid).length : null],
    ['reported', rows.filter(({ hazard }) => hazard.state === 'reported').length],
    ['open', sum(({ open }) => open)],
    ['listed', sum(({ listed }) => listed)],
  ] as const;
  const undated = [
    ['withoutDeadline', sum(({ withoutDeadline }) => withoutDeadline)],
    ['listedWithoutEnd', sum(({ listedWithoutEnd }) => listedWithoutEnd)],
    ['moved', rows.filter(({ isOpen, moved }) => isOpen && moved !== null).length],
  ] as const;
  return (
    <>
      <ul className="hy-stock">
        {figures
          .map(([key, counted]) => [key, isKept ? counted : null] as const)
          .map(([key, value]) => (
            <li key={key} data-major-count={key} data-bad={BAD.has(key) && (value ?? 0) > 0}>
              <button
                type="button"
                data-show={key}
                aria-pressed={shown === key}
                disabled={value === null}
                title={t(value !== null ? 'ledgerFlow.showThem' : isKept ? 'major.noRule' : 'major.noFlow')}
                onClick={() => onShow(shown === key ? 'open' : key)}
              >
                <strong>{value === null ? '?' : formatCount(value)}</strong>
                <span>
                  {BAD.has(key) && (value ?? 0) > 0 && <span aria-hidden="true">✗ </span>}
                  {key === 'unsaid' && (value ?? 0) > 0 && <span aria-hidden="true">? </span>}
                  {t(`majorCount.${key}`)}
                </span>
              </button>
            </li>
          ))}
      </ul>
      {undated
        .filter(([, n]) => n > 0)
        .map(([key, n]) => (
          <p
            key={key}
            className={`${key === 'moved' ? 'hy-moved' : 'hy-bad'} hy-major-undated`}
            data-major-count={key}
          >
            {key === 'moved' ? '↷' : '✗'}{' '}
            {t(`major.${key === 'moved' ? 'movedDeadlines' : key}`, { n: formatCount(n) })}{' '}
            <button
              type="button"
              className="hy-jump"
              data-show={key}
              aria-pressed={shown === key}
              onClick={() => onShow(shown === key ? 'open' : key)}
            >
              {t('ledgerFlow.showThem')}
            </button>
          </p>
        ))}
    </>
  );
};
