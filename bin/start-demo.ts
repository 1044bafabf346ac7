import { fork } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Live } from '../gateway/live/live.ts';

/** Slopes are shown with this much of their past. */
const PAST = '30d';
/** As much of the child's last words is told. */
const LAST_WORDS = 400;

/**
 * Brings the demo mines to life: the simulator as a child process, which ends with this one. Only mines whose live.yaml says
 * that they are synthetic are played. @returns the mines it plays; none where the broker is not ours
 */
export const startDemo = (
  live: Live,
  o: {
    readonly data: string;
    readonly bundles: string;
    readonly state: string;
    readonly log: (line: string) => void;
  },
): readonly string[] => {
  const mines = live.mines.filter((mine) => live.side(mine)?.live.manifest.provenance === 'synthetic');
  if (live.mqttPort === null || mines.length === 0) return [];
  const child = fork(
    join(import.meta.dirname, 'hyalite.ts'),
    [
      'simulate',
      ...['--mine', ...mines],
      ...['--data', o.data],
      ...['--bundles', o.bundles],
      ...['--state', o.state],
      ...['--url', `mqtt://127.0.0.1:${live.mqttPort}`],
      ...['--past', PAST],
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] },
  );
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  let stopping = false;
  child.once('exit', (code) => {
    if (!stopping && code !== 0) o.log(`the demo mines stand still: the simulator ended.\n${words.trim()}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopping = true;
      child.kill('SIGTERM');
    });
  // The server decides how long this process lives, not the child; when it ends, the channel closes and the child ends.
  child.unref();
  child.channel?.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return mines;
};
