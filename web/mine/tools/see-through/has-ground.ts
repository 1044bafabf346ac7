import type { MineSession } from '../../mine-session.ts';

/** Whether the open mine has terrain to see through. */
export const hasGround = ({ catalog }: Pick<MineSession, 'catalog'>): boolean =>
  catalog.status === 'open' && catalog.catalog.layers.some(({ kind }) => kind === 'terrain');
