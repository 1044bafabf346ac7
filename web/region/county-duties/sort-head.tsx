import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { setDutyQuery, useDutyQuery } from './query-store.ts';

interface Props {
  readonly sort: string;
  readonly text: string;
  readonly hint?: string;
  /** In a second line. */
  readonly small?: string;
}

/** The head of a column; pressed, the table goes by it, and pressed again the other way round. */
export const SortHead = ({ sort, text, hint, small }: Props) => {
  const { t } = useTranslation();
  const { sort: by, descending } = useDutyQuery();
  const active = by === sort;
  const Caret = descending ? CaretDownOutlined : CaretUpOutlined;
  return (
    <th scope="col" aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        data-sort={sort}
        title={hint ?? t('countyDuties.sortBy', { column: text })}
        onClick={() =>
          // Names begin at their beginning, everything else with the worst.
          setDutyQuery(active ? { descending: !descending } : { sort, descending: sort !== 'name' })
        }
      >
        <span>{text}</span>
        {small !== undefined && <small>{small}</small>}
        {active && <Caret aria-hidden="true" />}
      </button>
    </th>
  );
};
