import type { Live } from '../live.ts';

const PREFIX = '/streams/';

/**
 * Whose pictures lie below a path of /streams: the mine whose live.yaml names a stream in that folder, else the mine that the
 * first folder is named after. Nobody's where two mines name one folder.
 */
export const streamMines = (live: Pick<Live, 'mines' | 'side'>): ((path: string) => string | null) => {
  const mineOf = new Map<string, string | null>();
  for (const mine of live.mines)
    for (const { stream } of live.side(mine)?.live.setup.devices ?? []) {
      if (!stream?.address.startsWith(PREFIX)) continue;
      const folder = stream.address.slice(PREFIX.length, stream.address.lastIndexOf('/'));
      const other = mineOf.get(folder);
      mineOf.set(folder, other === undefined || other === mine ? mine : null);
    }
  return (path) => {
    const folders = path.split('/').slice(0, -1);
    for (let deep = folders.length; deep > 0; deep--) {
      const known = mineOf.get(folders.slice(0, deep).join('/'));
      if (known !== undefined) return known;
    }
    return folders[0] ?? null;
  };
};
