import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closedFolders, serverUser } from '../gateway/live/store/postgres-binaries.ts';

/** Where a gateway on this machine keeps its database, credentials and session, unless told otherwise. */
export const STATE_FOLDER = '.hyalite';

/** Only root may write here, and everyone may enter. */
const ROOTS_STATE = '/var/lib/hyalite';

/**
 * The state folder of `npm start` in this clone. PostgreSQL refuses to run as root and so runs as another user; where that
 * one cannot enter the clone (a closed home such as /root), the state lies outside of it, in a folder of the clone's own.
 */
export const stateFolderOf = async (clone: string): Promise<string> => {
  // Without any such user the start of the database says so itself.
  const user = await serverUser().catch(() => null);
  if (!user || (await closedFolders(clone, user)).length === 0) return join(clone, STATE_FOLDER);
  await mkdir(ROOTS_STATE, { recursive: true, mode: 0o711 });
  return join(ROOTS_STATE, createHash('sha256').update(clone).digest('hex').slice(0, 12));
};
