import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import type { MineCluster } from '../../../domain/contracts/neighbours.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';
import { useMap } from '../map/map-store.ts';
import { boundsOf, widened } from '../map/proofs-of-finding.ts';
import { clusterId } from './cluster-id.ts';
import { rightsKnown } from './rights-known.ts';
import type { MineNames } from './use-mine-names.ts';

const DEPTH_PITCH = 60;

interface ClusterListProps {
  readonly clusters: readonly MineCluster[];
  readonly names: MineNames;
}

/** Contiguous mining areas, the largest first; one that holds together only by doubtful findings says so. */
export const ClusterList = ({ clusters, names }: ClusterListProps) => {
  const { t } = useTranslation();
  const register = useMines();
  const pick = useView((state) => state.regionPick);
  const show = (cluster: MineCluster, pitch?: number) => {
    const { mines } = cluster;
    setView({ regionPick: { kind: 'cluster', id: clusterId(cluster, clusters) }, mineInPlace: false });
    if (register.status !== 'open') return;
    const places = register.value
      .filter(({ id }) => mines.includes(id))
      .flatMap(({ at, right }) => [at, ...(right?.rings.flat() ?? [])]);
    const bounds = boundsOf(places);
    if (bounds) useMap.getState().view?.fit(widened(bounds, 0.004), { pitch });
  };
  if (clusters.length === 0) return <p className="hy-quiet">{t('neighbours.noClusters')}</p>;
  return (
    <ul className="hy-findings">
      {clusters
        .toSorted((a, b) => b.mines.length - a.mines.length)
        .map((cluster) => {
          const id = clusterId(cluster, clusters);
          const isPicked = pick?.kind === 'cluster' && pick.id === id;
          return (
            <li key={id} className="hy-finding" data-cluster={id}>
              <button type="button" aria-expanded={isPicked} onClick={() => show(cluster)}>
                <span className="hy-finding-check">
                  {t('neighbours.cluster', { n: cluster.mines.length })}
                  {cluster.certain ? '' : ` · ${t('neighbours.doubtful')}`}
                </span>
                <span className="hy-finding-mines">
                  {(isPicked ? cluster.mines : cluster.mines.slice(0, 4)).map(names).join(t('map.comma'))}
                  {!isPicked && cluster.mines.length > 4 && '…'}
                </span>
              </button>
              {isPicked && register.status === 'open' && (
                <>
                  <ClusterRights mines={register.value.filter(({ id }) => cluster.mines.includes(id))} />
                  <Button
                    size="small"
                    data-action="rights-in-depth"
                    onClick={() => show(cluster, DEPTH_PITCH)}
                  >
                    {t('cluster.inDepth')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
    </ul>
  );
};

/** What of the mines' rights is drawn: in elevation, in plan only, or nothing, for only a point is known. */
const ClusterRights = ({ mines }: { readonly mines: readonly RegisterMine[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { inElevation, planOnly, pointOnly } = rightsKnown(mines);
  const called = (some: readonly RegisterMine[]): string =>
    some.map(({ name }) => name[language]).join(t('map.comma'));
  return (
    <div className="hy-finding-detail" data-part="rights">
      <p>
        {t('cluster.drawn', { n: inElevation.length + planOnly.length })}{' '}
        {t('cluster.inElevation', { n: inElevation.length })}
      </p>
      {planOnly.length > 0 && <p data-rights="plan">{t('cluster.planOnly', { mines: called(planOnly) })}</p>}
      {pointOnly.length > 0 && (
        <p data-rights="point">{t('cluster.pointOnly', { mines: called(pointOnly) })}</p>
      )}
    </div>
  );
};
