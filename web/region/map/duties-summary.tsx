import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CountyDuties, countyDutiesSchema } from '../../../domain/contracts/county-duties-view.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { regionTabs } from '../region-tabs.ts';

const KINDS = ['missed', 'due', 'unknown', 'met'] as const;
const DUTIES_TAB = 'duties';

/** How a mine stands with its duties on the day shown, in numbers; their names and reasons are on the screen of duties. */
export const DutiesSummary = ({ mine }: { mine: string }) => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const day = useView((state) => state.day);
  const [duties, setDuties] = useState<CountyDuties | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const on = day === null ? '' : `?on=${day}`;
    const address = `${countyApi(catalog.county)}/mines/${encodeURIComponent(mine)}/duties${on}`;
    // Another mine's numbers must not stand here until its own have come.
    setDuties(null);
    fetchJson(address, countyDutiesSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (!stop.signal.aborted) setDuties(fetched.ok ? fetched.value : null);
      },
      () => {}, // only an abort rejects
    );
    return () => stop.abort();
  }, [catalog, day, mine]);
  const row = duties?.mines.find((one) => one.mine === mine);
  // No row, no rules or an answer that did not come: not known, which is not "all met".
  if (!row || row.states.length === 0) return <span className="hy-map-unknown">{t('app.unknown')}</span>;
  const counts = KINDS.map((kind) => ({ kind, n: row.states.filter((state) => state.kind === kind).length }));
  const text = counts
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => t(`mapDuty.${kind}`, { n }))
    .join(t('map.comma'));
  return regionTabs().some(({ id }) => id === DUTIES_TAB) ? (
    <Button
      size="small"
      type="link"
      data-action="to-duties"
      onClick={() => setView({ regionTab: DUTIES_TAB })}
    >
      {text}
    </Button>
  ) : (
    text
  );
};
