import { ClearOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { HAZARD_STATES } from '../../../domain/contracts/hazard.ts';
import type { HazardStatistics } from '../../../domain/contracts/ledger-list.ts';
import { NEW_QUERY } from '../../../domain/hazards/ledger-query.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { CORROBORATIONS } from '../corroboration-look.ts';
import { categoryText } from '../hazard-words.ts';
import { useSurroundings } from '../ledger-context.ts';
import { setLedgerQuery, useLedgerQuery } from './ask-list.ts';

/** Letters of a search. */
const LONGEST_TEXT = 200;

/** Those that the ledger has, and those that a link asks for. */
const offered = (has: readonly string[], asked: readonly string[]): string[] => [
  ...new Set([...has, ...asked]),
];

/** Search and filters over the list. Only what the ledger has can be chosen. */
export const LedgerFilters = ({ statistics }: { readonly statistics: HazardStatistics }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useLedgerQuery();
  const { scope, nameOfMine } = useSurroundings();
  const categories = offered(
    statistics.counts.categories.map(({ category }) => category),
    query.categories,
  );
  const mines = offered(statistics.mines, query.mines);
  const changed = JSON.stringify({ ...query, sort: 0, descending: 0 }) !== UNFILTERED;
  return (
    <search className="hy-ledger-filters">
      <Input
        allowClear
        maxLength={LONGEST_TEXT}
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={t('ledger.search')}
        aria-label={t('ledger.search')}
        data-field="ledger-search"
        value={query.text}
        onChange={(event) => setLedgerQuery({ text: event.target.value })}
      />
      <Choice
        label={t('hazardField.state')}
        field="state"
        value={query.states}
        options={HAZARD_STATES.map((value) => ({ value, label: t(`hazardState.${value}`) }))}
        onChange={(states) => setLedgerQuery({ states })}
      />
      <Choice
        label={t('ledger.corroboration')}
        field="corroboration"
        value={query.corroborations}
        options={CORROBORATIONS.map((value) => ({ value, label: t(`corroboration.${value}`) }))}
        onChange={(corroborations) => setLedgerQuery({ corroborations })}
      />
      <Choice
        label={t('hazardField.category')}
        field="category"
        value={query.categories}
        options={categories.map((value) => ({ value, label: categoryText(value, language) }))}
        onChange={(chosen) => setLedgerQuery({ categories: chosen })}
      />
      {scope.of === 'county' && (
        <Choice
          label={t('ledger.mine')}
          field="mine"
          value={query.mines}
          options={mines.map((value) => ({ value, label: nameOfMine(value) }))}
          onChange={(chosen) => setLedgerQuery({ mines: chosen })}
        />
      )}
      <Checkbox
        data-filter="incomplete"
        checked={query.incomplete}
        onChange={(event) => setLedgerQuery({ incomplete: event.target.checked })}
      >
        {t('ledger.onlyIncomplete')}
      </Checkbox>
      <Checkbox
        data-filter="overdue"
        checked={query.overdue}
        onChange={(event) => setLedgerQuery({ overdue: event.target.checked })}
      >
        {t('ledger.onlyOverdue')}
      </Checkbox>
      <Checkbox
        data-filter="far"
        checked={query.far}
        onChange={(event) => setLedgerQuery({ far: event.target.checked })}
      >
        {t('farPlace.only')}
      </Checkbox>
      <Checkbox
        data-filter="moved"
        checked={query.moved}
        onChange={(event) => setLedgerQuery({ moved: event.target.checked })}
      >
        {t('ledger.onlyMoved')}
      </Checkbox>
      {changed && (
        <Button
          size="small"
          icon={<ClearOutlined />}
          onClick={() => setLedgerQuery({ ...NEW_QUERY, sort: query.sort, descending: query.descending })}
        >
          {t('ledger.clearFilters')}
        </Button>
      )}
    </search>
  );
};

const UNFILTERED = JSON.stringify({ ...NEW_QUERY, sort: 0, descending: 0 });

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly field: string;
  readonly value: readonly T[];
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T[]) => void;
}

function Choice<T extends string>({ label, field, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select<T[]>
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      // Where no choice finds room, what is chosen among is named, and how many.
      maxTagPlaceholder={(hidden) =>
        hidden.length < value.length ? `+${hidden.length}` : `${label} ${hidden.length}`
      }
      optionFilterProp="label"
      placeholder={label}
      aria-label={label}
      data-filter={field}
      value={[...value]}
      options={[...options]}
      onChange={onChange}
    />
  );
}
