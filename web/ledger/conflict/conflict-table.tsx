import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SourceText } from '../../live/source-text.tsx';
import './conflict.css';

export type ConflictChoice = 'mine' | 'theirs';

/** A field that two people left unlike, in words. */
export interface ConflictRow {
  readonly key: string;
  readonly name: string;
  /** As it was when I began; null: it was not given. */
  readonly base: string | null;
  readonly theirs: string | null;
  readonly mine: string | null;
  /** Who changed it since. */
  readonly by: 'me' | 'them' | 'both';
}

interface Props {
  readonly rows: readonly ConflictRow[];
  /** By key; what is not there is not chosen yet. */
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  readonly onChoose: (choices: Readonly<Record<string, ConflictChoice>>) => void;
}

/** What only one of the two changed is taken from that one; what both changed is for the reader to choose. */
export const firstChoices = (
  rows: readonly Pick<ConflictRow, 'key' | 'by'>[],
): Record<string, ConflictChoice> =>
  Object.fromEntries(
    rows.flatMap(({ key, by }) => (by === 'both' ? [] : [[key, by === 'me' ? 'mine' : 'theirs']])),
  );

/** Theirs and mine, field by field, and which of the two is to stand. */
export const ConflictTable = ({ rows, choices, onChoose }: Props) => {
  const { t } = useTranslation();
  const all = (choice: ConflictChoice): void =>
    onChoose(Object.fromEntries(rows.map(({ key }) => [key, choice])));
  return (
    <div className="hy-conflict">
      <p className="hy-conflict-all">
        <Button size="small" data-choose-all="mine" onClick={() => all('mine')}>
          {t('conflict.allMine')}
        </Button>
        <Button size="small" data-choose-all="theirs" onClick={() => all('theirs')}>
          {t('conflict.allTheirs')}
        </Button>
      </p>
      {rows.map((row) => (
        <ConflictField
          key={row.key}
          row={row}
          choice={choices[row.key] ?? null}
          onChoose={(choice) => onChoose({ ...choices, [row.key]: choice })}
        />
      ))}
    </div>
  );
};

const ConflictField = ({
  row,
  choice,
  onChoose,
}: {
  readonly row: ConflictRow;
  readonly choice: ConflictChoice | null;
  readonly onChoose: (choice: ConflictChoice) => void;
}) => {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset data-conflict-field={row.key} data-by={row.by} data-chosen={choice ?? 'none'}>
      <legend>
        {row.name}{' '}
        <span className={row.by === 'both' ? 'hy-bad' : 'hy-quiet'}>
          {row.by === 'both' && choice === null ? `✗ ${t('conflict.choose')}` : t(`conflictBy.${row.by}`)}
        </span>
      </legend>
      <p className="hy-quiet hy-conflict-base">
        {t('conflict.was')} {row.base === null ? t('hazardCard.notGiven') : <SourceText text={row.base} />}
      </p>
      {(['theirs', 'mine'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={group}
            value={one}
            checked={choice === one}
            onChange={() => onChoose(one)}
          />
          <span className="hy-quiet">{t(`conflictChoice.${one}`)}</span>
          <span>
            {row[one] === null ? (
              <em className="hy-unknown">{t('hazardCard.notGiven')}</em>
            ) : (
              <SourceText text={row[one]} />
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
