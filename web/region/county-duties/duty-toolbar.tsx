import {
  ClearOutlined,
  DownloadOutlined,
  PrinterOutlined,
  ReloadOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DUTY_KINDS, type DutyPage } from '../../../domain/contracts/county-duties-view.ts';
import { MINE_STATES } from '../../../domain/contracts/manifest.ts';
import { NEW_DUTY_QUERY } from '../../../domain/county-duties/duty-query.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { DayChoice } from './day-choice.tsx';
import { reloadDuties } from './duties-store.ts';
import { DutySign } from './duty-sign.tsx';
import { setDutyQuery, useDutyQuery } from './query-store.ts';

interface Props {
  readonly view: DutyPage;
  readonly refreshing: boolean;
  /** Takes out what goes out whole. */
  readonly takingOut: boolean;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** What is asked of the table: the day, names, duties, states, mines; and what can be taken out of it. */
export const DutyToolbar = ({ view, refreshing, takingOut, onExport, onPrint }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { towns } = useOpenCounty().catalog;
  const filter = useView((state) => state.mineFilter);
  const query = useDutyQuery();
  const others = (['type', 'size', 'grade', 'risk'] as const).filter((key) => (filter[key]?.length ?? 0) > 0);
  const isFiltered =
    query.text !== '' ||
    query.duties.length > 0 ||
    query.kinds.length > 0 ||
    Object.values(filter).some((values) => values.length > 0);
  const choose = (key: 'town' | 'state', values: string[]): void =>
    setView({ mineFilter: { ...filter, [key]: values } });
  return (
    <div className="hy-cd-tools">
      <div className="hy-cd-line">
        <DayChoice view={view} />
        <Input
          className="hy-cd-search"
          size="small"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={t('countyDuties.search')}
          aria-label={t('countyDuties.search')}
          data-field="duty-search"
          value={query.text}
          onChange={({ target }) => setDutyQuery({ text: target.value })}
        />
        <Select<string[]>
          size="small"
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          optionFilterProp="label"
          placeholder={t('countyDuties.allDuties')}
          aria-label={t('countyDuties.allDuties')}
          data-filter="duty"
          value={[...query.duties]}
          options={view.duties.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={(duties) => setDutyQuery({ duties })}
        />
        <Select<string[]>
          size="small"
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          optionFilterProp="label"
          placeholder={t('countyDuties.allTowns')}
          aria-label={t('countyDuties.allTowns')}
          data-filter="town"
          value={[...(filter.town ?? [])]}
          options={towns.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={(values) => choose('town', values)}
        />
        <Select<string[]>
          size="small"
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder={t('countyDuties.allStates')}
          aria-label={t('countyDuties.allStates')}
          data-filter="state"
          value={[...(filter.state ?? [])]}
          options={MINE_STATES.map((value) => ({
            value,
            label: t(`mineState.${value}`),
          }))}
          onChange={(values) => choose('state', values)}
        />
        {isFiltered && (
          <Button
            size="small"
            icon={<ClearOutlined />}
            data-action="clear-filters"
            onClick={() => {
              const { text, duties, kinds } = NEW_DUTY_QUERY;
              setDutyQuery({ text, duties, kinds });
              setView({ mineFilter: {} });
            }}
          >
            {t('countyDuties.clearFilters')}
          </Button>
        )}
      </div>
      <div className="hy-cd-line">
        <fieldset className="hy-cd-kinds" aria-label={t('countyDuties.kinds')}>
          {DUTY_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              aria-pressed={query.kinds.includes(kind)}
              onClick={() =>
                setDutyQuery({
                  kinds: query.kinds.includes(kind)
                    ? query.kinds.filter((one) => one !== kind)
                    : [...query.kinds, kind],
                })
              }
            >
              <DutySign kind={kind} /> {t(`dutyState.${kind}`)}{' '}
              <strong>{formatCount(view.counts[kind])}</strong>
            </button>
          ))}
        </fieldset>
        <span className="hy-cd-count" role="status">
          {t('countyDuties.shown', { shown: view.kept, all: view.all })}
          {others.length > 0 && ` · ${t('countyDuties.mapFilter')}`}
        </span>
        <span className="hy-cd-gap" />
        <Button
          size="small"
          type="text"
          icon={<ReloadOutlined spin={refreshing} />}
          data-action="judge-again"
          aria-label={t('countyDuties.reload')}
          title={t('countyDuties.reload')}
          onClick={reloadDuties}
        />
        <Button
          size="small"
          icon={<DownloadOutlined />}
          data-action="duties-csv"
          loading={takingOut}
          onClick={onExport}
        >
          {t('countyDuties.csv')}
        </Button>
        <Button
          size="small"
          icon={<PrinterOutlined />}
          data-action="duties-print"
          loading={takingOut}
          onClick={onPrint}
        >
          {t('countyDuties.print')}
        </Button>
      </div>
    </div>
  );
};
