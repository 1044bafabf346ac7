import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';

/** In the column `st` of /proc/net/tcp. */
const LISTENS = '0A';

/** Socket numbers that listen on a port, whichever address. */
const listeningInodes = async (port: number): Promise<ReadonlySet<string>> => {
  const inodes = new Set<string>();
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6'])
    for (const line of (await readFile(table, 'utf8').catch(() => '')).split('\n')) {
      // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode
      const fields = line.trim().split(/\s+/);
      if (fields[1]?.endsWith(`:${wanted}`) && fields[3] === LISTENS) inodes.add(fields[9]!);
    }
  return inodes;
};

const linuxHolder = async (port: number): Promise<number | null> => {
  const inodes = await listeningInodes(port);
  if (inodes.size === 0) return null;
  // Another user's files are closed to us, and a process may end meanwhile.
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode && inodes.has(inode)) return Number(pid);
    }
  return null;
};

const lsofHolder = async (port: number): Promise<number | null> => {
  const { stdout } = await promisify(execFile)('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']);
  return Number(stdout.split('\n')[0]) || null;
};

/** Process that listens on a TCP port of this machine; null where it cannot be told, as of another user's. */
export const portHolder = (port: number): Promise<number | null> =>
  (process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port)).catch(() => null);
