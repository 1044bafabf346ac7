import { ClearOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HAZARD_STATES } from '../../../domain/contracts/hazard.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { CORROBORATIONS } from '../corroboration-look.ts';
import { categoryText } from '../hazard-words.ts';
import { useSurroundings } from '../ledger-context.ts';
import type { LedgerRow } from '../ledger-row.ts';
import { NEW_QUERY } from './ledger-query.ts';
import { setLedgerQuery, useLedgerQuery } from './query-store.ts';

/** Search and filters over the list. Only what the ledger has can be chosen. */
export const LedgerFilters = ({ rows }: { readonly rows: readonly LedgerRow[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useLedgerQuery();
  const { scope, nameOfMine } = useSurroundings();
  const { categories, mines } = useMemo(
    () => ({
      categories: [...new Set(rows.map(({ version }) => version.hazard.category))],
      mines: [...new Set(rows.map(({ version }) => version.hazard.mine))],
    }),
    [rows],
  );
  const changed = JSON.stringify({ ...query, sort: 0, descending: 0 }) !== UNFILTERED;
  return (
    <search className="hy-ledger-filters">
      <Input
        allowClear
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
      {changed && (
        <Button
          size="small"
          icon={<ClearOutlined />}
          onClick={() =>
            setLedgerQuery({
              ...NEW_QUERY,
              sort: query.sort,
              descending: query.descending,
              lacking: query.lacking,
            })
          }
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
