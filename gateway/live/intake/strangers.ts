import type { PositionMessage } from '../../../domain/contracts/live/messages.ts';

export interface StrangersOptions {
  /** Tags somebody is registered for. */
  readonly registered: ReadonlySet<string>;
  /** Readers of live.yaml: a tag one of them heard is somebody's, though nobody knows whose. */
  readonly readers: ReadonlySet<string>;
  /** So many unregistered tags that no reader of ours ever heard are taken. */
  readonly most: number;
  /** One silent for so long, ms, gives its place to the next: nothing of it is kept any more. */
  readonly forgottenAfterMs: number;
  /** Unregistered tags of before the start, and when they were last heard, ms. */
  readonly known: Iterable<readonly [tag: string, at: number]>;
}

/** Which unregistered tags of one mine are taken. */
export interface Strangers {
  /** The message without the tags that are not taken, and those. */
  admit(message: PositionMessage, at: number): { message: PositionMessage; refused: readonly string[] };
}

/** A reader's name can be made up as well: so many strangers it may vouch for. No mine has so many. */
const MOST_VOUCHED = 10_000;

/**
 * So many strangers are taken for calling for help, whatever else is full. A button can be made up too, and each is an
 * alarm; beyond so many nobody could answer them.
 */
const MOST_CALLING = 500;

/**
 * Every tag gets a row in the database for good, so whoever makes up ids could fill it. Registered tags are always taken,
 * and strangers that a reader of live.yaml heard or that call for help; of others the first so many. Who was taken once
 * stays taken.
 */
export const createStrangers = (o: StrangersOptions): Strangers => {
  const unvouched = new Map<string, number>();
  const vouched = new Set<string>();
  const calling = new Set<string>();
  for (const [tag, at] of o.known) if (!o.registered.has(tag)) unvouched.set(tag, at);
  /** Before this moment none of them can be forgotten. */
  let noneBefore = Number.NEGATIVE_INFINITY;

  const forgetOne = (now: number): boolean => {
    if (now < noneBefore) return false;
    let oldest: string | null = null;
    let since = Number.POSITIVE_INFINITY;
    for (const [tag, at] of unvouched) if (at < since) [oldest, since] = [tag, at];
    noneBefore = since + o.forgottenAfterMs;
    if (oldest === null || now < noneBefore) return false;
    unvouched.delete(oldest);
    return true;
  };

  const isTaken = ({ id: tag, reader, sos }: PositionMessage['tags'][number], now: number): boolean => {
    if (o.registered.has(tag) || vouched.has(tag) || calling.has(tag)) return true;
    if (reader !== undefined && o.readers.has(reader) && vouched.size < MOST_VOUCHED) {
      unvouched.delete(tag);
      vouched.add(tag);
      return true;
    }
    const known = unvouched.get(tag);
    if (known === undefined && unvouched.size >= o.most && !forgetOne(now)) {
      if (!sos || calling.size >= MOST_CALLING) return false;
      calling.add(tag);
      return true;
    }
    unvouched.set(tag, Math.max(now, known ?? now));
    return true;
  };

  return {
    admit: (message, at) => {
      const refused = new Set<string>();
      for (const tag of message.tags) if (!isTaken(tag, at)) refused.add(tag.id);
      if (refused.size === 0) return { message, refused: [] };
      return {
        message: { ...message, tags: message.tags.filter(({ id }) => !refused.has(id)) },
        refused: [...refused],
      };
    },
  };
};
