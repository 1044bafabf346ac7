import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import {
  type PictureRoster,
  pictureParts,
  pictureRosterSchema,
} from '../../../domain/contracts/live/history.ts';
import type { FetchPictures } from './replay.ts';
import { ownFrame } from './worker-talk.ts';

export interface PictureSource {
  readonly mine: string;
  readonly origin: string;
  readonly createDecoder: () => { decode(bytes: Uint8Array): EntityFrame };
  /** Whose the handles are; told before the pictures. */
  readonly roster: (roster: PictureRoster) => void;
  readonly fetch?: (url: string, init: { signal: AbortSignal }) => Promise<Response>;
}

/** Pictures of the kept past from the gateway. Rejects with what the gateway said. */
export const fetchPictures =
  ({ mine, origin, createDecoder, roster, fetch = globalThis.fetch }: PictureSource): FetchPictures =>
  async (from, to, step, signal) => {
    const query = new URLSearchParams({ from: String(from), to: String(to), step: String(step) });
    const url = `${origin}/api/mines/${encodeURIComponent(mine)}/history/pictures?${query}`;
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${(await response.text()).slice(0, 300)}`);
    const [head, ...frames] = pictureParts(new Uint8Array(await response.arrayBuffer()));
    if (!head || frames.length === 0) return [];
    roster(pictureRosterSchema.parse(JSON.parse(new TextDecoder().decode(head))));
    const decoder = createDecoder();
    return frames.map((bytes) => ownFrame(decoder.decode(bytes)));
  };
