import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Live } from '../gateway/live/live.ts';
import { makeClip } from '../gateway/live/streams/make-clip.ts';

const SECONDS = 20;
const PREFIX = '/streams/';

/**
 * Test pictures for the demo mines' cameras, made by ffmpeg where this machine has it: moving patterns with a clock, told
 * on the screen to be recordings. Cameras whose files are there already are left alone. Never rejects: a camera without
 * a picture says so itself.
 */
export const makeDemoStreams = async (
  live: Pick<Live, 'side'>,
  mines: readonly string[],
  folder: string,
  log: (line: string) => void,
): Promise<void> => {
  const wanted = mines
    .flatMap((mine) => live.side(mine)?.live.setup.devices ?? [])
    .flatMap(({ stream }) =>
      stream?.type === 'hls' && stream.address.startsWith(PREFIX)
        ? [resolve(folder, stream.address.slice(PREFIX.length))]
        : [],
    )
    .filter((playlist) => playlist.startsWith(folder + sep) && !existsSync(playlist));
  if (wanted.length === 0) return;
  if (spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status !== 0) {
    log('No ffmpeg here: the demo cameras show no picture.');
    return;
  }
  for (const playlist of wanted) {
    try {
      await makeClip({ ffmpeg: 'ffmpeg', film: null, folder: dirname(playlist), seconds: SECONDS });
    } catch (error) {
      log(`No test picture in ${dirname(playlist)}: ${(error as Error).message}`);
      return;
    }
  }
};
