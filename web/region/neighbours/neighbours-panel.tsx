import { Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NEIGHBOUR_CHECKS, type NeighbourCheck } from '../../../domain/contracts/neighbours.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { notComparedOn } from '../../../domain/county/not-compared.ts';
import { findingsByWhatMatters } from '../../../domain/neighbours/by-what-matters.ts';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useView } from '../../shell/view-store.ts';
import { reloadCountyFiles, useNeighbours } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { keptMines } from '../map/kept-mines.ts';
import { useMinesNow } from '../map/use-live-counts.ts';
import { AskedOutsideLine } from '../outside/outside-line.tsx';
import { useOutside } from '../outside/outside-store.ts';
import { ClusterList } from './cluster-list.tsx';
import { FindingItem } from './finding-item.tsx';
import { GapList } from './gap-list.tsx';
import './neighbours.css';
import { useMineNames } from './use-mine-names.ts';

const PAGES = ['pairs', 'clusters', 'gaps'] as const;
type Page = (typeof PAGES)[number];
/** Findings drawn at once; the rest is counted and one click away. */
const AT_ONCE = 60;

/** Mines that endanger each other, with what matters first; what cannot be told stands beside it and is counted. */
export const NeighboursPanel = () => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const report = useNeighbours();
  const mines = useMinesNow();
  const filter = useView((state) => state.mineFilter);
  const day = useView((state) => state.day);
  const pick = useView((state) => state.regionPick);
  const [page, setPage] = useState<Page>('pairs');
  // A line clicked on the map, or a link: what it names is on this page.
  useEffect(() => {
    if (pick?.kind === 'pair') setPage('pairs');
    if (pick?.kind === 'cluster') setPage('clusters');
  }, [pick]);
  const [check, setCheck] = useState<NeighbourCheck | 'all'>('all');
  const [drawn, setDrawn] = useState(AT_ONCE);
  const outside = useOutside();
  const names = useMineNames();
  const kept = useMemo(
    () => (mines.status === 'open' ? keptMines(mines.value, filter, day) : null),
    [mines, filter, day],
  );
  const findings = useMemo(() => {
    if (report.status !== 'open') return [];
    const asked = report.value.findings.filter(
      (one) =>
        (check === 'all' || one.check === check) &&
        (kept === null || one.mines.some((mine) => kept.has(mine))),
    );
    return findingsByWhatMatters(asked);
  }, [report, check, kept]);

  if (report.status === 'failed')
    return (
      <FetchFailurePage
        title={t('neighbours.failed')}
        failure={report.failure}
        onRetry={() => reloadCountyFiles(catalog.county, catalog.revision)}
      />
    );
  if (report.status !== 'open')
    return (
      <p className="hy-pad hy-quiet" role="status">
        {t('neighbours.loading')}
      </p>
    );
  const { clusters, gaps } = report.value;
  const on = day ?? countyDay(Date.now());
  const notCompared = notComparedOn(report.value, on);
  const sizes: Record<Page, number> = {
    pairs: findings.length,
    clusters: clusters.length,
    gaps: gaps.length + notCompared.length,
  };
  // The picked one is drawn however far down it stands: a link may name it.
  const shown = findings.filter(({ id }, i) => i < drawn || (pick?.kind === 'pair' && id === pick.id));
  return (
    <section className="hy-neighbours" aria-label={t('neighbours.title')}>
      <Segmented<Page>
        aria-label={t('neighbours.title')}
        block
        size="small"
        value={page}
        onChange={setPage}
        options={PAGES.map((value) => ({
          value,
          label: (
            <span data-neighbours-page={value}>
              {t(`neighbours.${value}`)} {formatCount(sizes[value])}
            </span>
          ),
        }))}
      />
      {(day !== null || catalog.asOf !== null) && on !== catalog.asOf && (
        <p className="hy-legend-note" data-neighbours-as-of>
          {catalog.asOf === null ? t('neighbours.asBuilt') : t('neighbours.asOf', { day: catalog.asOf })}
          {notCompared.length > 0 && (
            <b data-not-compared={notCompared.length}>
              {' '}
              {t('neighbours.notCompared', { n: formatCount(notCompared.length) })}
            </b>
          )}
        </p>
      )}
      <AskedOutsideLine where="neighbours" state={outside} />
      {page === 'pairs' && (
        <>
          <Select<NeighbourCheck | 'all'>
            size="small"
            className="hy-neighbours-check"
            aria-label={t('neighbours.check')}
            value={check}
            onChange={setCheck}
            options={[
              { value: 'all', label: t('neighbours.allChecks') },
              ...NEIGHBOUR_CHECKS.map((value) => ({ value, label: t(`neighbourCheck.${value}`) })),
            ]}
          />
          {findings.length === 0 && <p className="hy-quiet">{t('neighbours.none')}</p>}
          <ul className="hy-findings">
            {shown.map((finding) => (
              <FindingItem key={finding.id} finding={finding} names={names} />
            ))}
          </ul>
          {shown.length < findings.length && (
            <Button size="small" onClick={() => setDrawn(drawn + AT_ONCE)}>
              {t('neighbours.more', { n: formatCount(findings.length - shown.length) })}
            </Button>
          )}
          {gaps.length > 0 && (
            <p className="hy-legend-note">
              {t('neighbours.notWhole', { n: formatCount(gaps.length) })}{' '}
              <Button type="link" size="small" onClick={() => setPage('gaps')}>
                {t('neighbours.seeGaps')}
              </Button>
            </p>
          )}
        </>
      )}
      {page === 'clusters' && <ClusterList clusters={clusters} names={names} />}
      {page === 'gaps' && <GapList gaps={gaps} notCompared={notCompared} names={names} />}
    </section>
  );
};
