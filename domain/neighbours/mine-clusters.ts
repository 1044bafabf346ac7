import type { MineCluster, NeighbourFinding } from '../contracts/neighbours.ts';

/**
 * Mines that hang together by contiguous rights: those that do so for certain, and apart from them those that only do with findings
 * that are not certain. The largest first.
 */
export function mineClusters(findings: readonly NeighbourFinding[]): MineCluster[] {
  const links = findings.filter(({ check }) => check === 'contiguous');
  const sure = clustersBy(
    links.filter(({ certain, answer }) => certain && answer === 'found'),
    true,
  );
  const same = new Set(sure.map(({ mines }) => mines.join('\n')));
  const wider = clustersBy(links, false).filter(({ mines }) => !same.has(mines.join('\n')));
  return [...sure, ...wider].sort(
    (a, b) => b.mines.length - a.mines.length || (a.mines[0]! < b.mines[0]! ? -1 : 1),
  );
}

function clustersBy(links: readonly NeighbourFinding[], certain: boolean): MineCluster[] {
  const parent = new Map<string, string>();
  const root = (mine: string): string => {
    let at = mine;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { mines } of links) {
    for (const mine of mines) if (!parent.has(mine)) parent.set(mine, mine);
    for (const mine of mines.slice(1)) parent.set(root(mine), root(mines[0]!));
  }
  const clusters = new Map<string, { mines: string[]; findings: string[] }>();
  for (const mine of parent.keys()) {
    const held = clusters.get(root(mine));
    if (held) held.mines.push(mine);
    else clusters.set(root(mine), { mines: [mine], findings: [] });
  }
  for (const { id, mines } of links) clusters.get(root(mines[0]!))!.findings.push(id);
  return [...clusters.values()].map(({ mines, findings }) => ({
    mines: mines.sort(),
    certain,
    findings: findings.sort(),
  }));
}
