import { useTranslation } from 'react-i18next';
import type { MineCluster } from '../../../domain/contracts/neighbours.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';
import { useMap } from '../map/map-store.ts';
import { boundsOf, widened } from '../map/proofs-of-finding.ts';
import type { MineNames } from './use-mine-names.ts';

interface ClusterListProps {
  readonly clusters: readonly MineCluster[];
  readonly names: MineNames;
}

/** Contiguous mining areas, the largest first; one that holds together only by doubtful findings says so. */
export const ClusterList = ({ clusters, names }: ClusterListProps) => {
  const { t } = useTranslation();
  const register = useMines();
  const pick = useView((state) => state.regionPick);
  const show = ({ mines }: MineCluster) => {
    setView({ regionPick: { kind: 'cluster', id: mines[0]! }, mineInPlace: false });
    if (register.status !== 'open') return;
    const places = register.value.filter(({ id }) => mines.includes(id)).map(({ at }) => at);
    const bounds = boundsOf(places);
    if (bounds) useMap.getState().view?.fit(widened(bounds, 0.01));
  };
  if (clusters.length === 0) return <p className="hy-quiet">{t('neighbours.noClusters')}</p>;
  return (
    <ul className="hy-findings">
      {clusters
        .toSorted((a, b) => b.mines.length - a.mines.length)
        .map((cluster) => {
          const isPicked = pick?.kind === 'cluster' && pick.id === cluster.mines[0];
          return (
            <li key={cluster.mines[0]} className="hy-finding" data-cluster={cluster.mines[0]}>
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
            </li>
          );
        })}
    </ul>
  );
};
