import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Duty } from '../../../domain/contracts/county-duties.ts';
import type { DutyListRow } from '../../../domain/contracts/county-duties-view.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { DutySign } from './duty-sign.tsx';
import { stateWords } from './duty-words.ts';
import { ScoreBar } from './score-bar.tsx';

interface Props {
  readonly row: DutyListRow;
  readonly duties: readonly Duty[];
  readonly columns: readonly number[];
  /** The highest score of all rows. */
  readonly most: number;
  readonly at: number;
  /** The column the keyboard is at; null: another row. */
  readonly active: number | null;
  readonly chosen: boolean;
  readonly chosenDuty: string | null;
  readonly onOpen: (row: number, column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A mine against every duty shown; each cell opens the mine, with that duty. */
export const DutyRow = (o: Props) => {
  const { row, duties, columns, most, at, active, chosen, chosenDuty, onOpen, onKeyDown } = o;
  const { t } = useTranslation();
  const language = useLanguage();
  const button = (column: number) => ({
    type: 'button' as const,
    tabIndex: active === column ? 0 : -1,
    'data-cell': `${at} ${column}`,
    onClick: () => onOpen(at, column),
    onKeyDown,
  });
  const name = row.name[language];
  return (
    <tr aria-rowindex={at + 2} data-mine={row.mine} data-chosen={chosen || undefined}>
      <th scope="row">
        <button {...button(0)} title={name}>
          <strong>{name}</strong>
          <small>
            {t(`mineType.${row.type}`)} · {t(`mineState.${row.state}`)}
          </small>
        </button>
      </th>
      <td>
        <button {...button(1)}>
          <ScoreBar row={row} most={most} />
        </button>
      </td>
      {columns.map((i, n) => {
        const state = row.states[i]!;
        const { word, more } = stateWords(state, t, language);
        const duty = duties[i]!;
        return (
          <td
            key={duty.id}
            data-duty={duty.id}
            data-kind={state.kind}
            data-chosen={(chosen && chosenDuty === duty.id) || undefined}
          >
            <button
              {...button(n + 2)}
              title={`${duty.name[language]}: ${[word, more].filter(Boolean).join(' · ')}`}
            >
              <span className="hy-cd-word">
                <DutySign kind={state.kind} /> {word}
              </span>
              {more && <small>{more}</small>}
            </button>
          </td>
        );
      })}
    </tr>
  );
};
