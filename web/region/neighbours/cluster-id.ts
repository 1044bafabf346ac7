import type { MineCluster } from '../../../domain/contracts/neighbours.ts';

/**
 * What a mining area is called in the address: its first mine. A smaller one that begins with the same mine (what of a doubtful
 * area is certain) has its number of mines after it.
 */
export const clusterId = (cluster: MineCluster, clusters: readonly MineCluster[]): string => {
  const [first] = cluster.mines;
  const isFirst = clusters.find(({ mines }) => mines[0] === first) === cluster;
  return isFirst ? first! : `${first}/${cluster.mines.length}`;
};
