import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface ClipOptions {
  /** Path of ffmpeg, or its name on PATH. */
  readonly ffmpeg: string;
  /** A film to cut up; null makes a moving test pattern. */
  readonly film: string | null;
  /** Where playlist and segments go; made if missing. */
  readonly folder: string;
  /** At most this much of the film, or so much test pattern. */
  readonly seconds: number;
}

/** Name of the playlist in the folder. */
export const PLAYLIST = 'index.m3u8';
const SEGMENT_SECONDS = 2;

/**
 * Writes a recorded clip as HLS: H.264 in fragmented MP4, playable by every browser that plays H.264. Stands in for a
 * camera where there is none: in tests and in the demo.
 * @throws Error with what ffmpeg said
 */
export const makeClip = async ({ ffmpeg, film, folder, seconds }: ClipOptions): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const input = film
    ? ['-i', film]
    : ['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=10:duration=${seconds}`];
  await run(ffmpeg, [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
    ...input,
    ...['-t', String(seconds), '-an', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30'],
    // 4:2:0 with a key frame at every cut: what every player takes.
    ...['-pix_fmt', 'yuv420p', '-profile:v', 'main', '-vf', 'scale=640:-2'],
    ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`, '-threads', '1'],
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', join(folder, 'part-%04d.m4s'), join(folder, PLAYLIST)],
  ]);
};

const run = (command: string, args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    child.once('error', failed);
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`${command} ended with ${code}: ${said.trim()}`)),
    );
  });
