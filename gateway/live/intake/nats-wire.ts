/**
 * The little of the NATS client protocol that a reader of one JetStream needs: text lines with counted payloads
 * (docs.nats.io, "Client Protocol").
 */
export type NatsOperation =
  | { readonly op: 'info' | 'ping' | 'pong' | 'ok' }
  | { readonly op: 'error'; readonly text: string }
  | {
      readonly op: 'message';
      readonly subject: string;
      readonly subscription: string;
      /** Where an answer goes; empty: nobody waits for one. */
      readonly reply: string;
      readonly payload: Buffer;
      /** Status of a message that carries none, e.g. 503 no responders; 0: none. */
      readonly status: number;
    };

export const encodeConnect = (user: string, password: string): Buffer =>
  Buffer.from(
    `CONNECT ${JSON.stringify({
      verbose: false,
      pedantic: false,
      headers: true,
      no_responders: true,
      lang: 'hyalite',
      version: '1',
      name: 'hyalite',
      ...(user ? { user, pass: password } : {}),
    })}\r\n`,
  );

export const encodeSubscribe = (subject: string, subscription: string): Buffer =>
  Buffer.from(`SUB ${subject} ${subscription}\r\n`);

export const encodePublish = (subject: string, payload: string | Uint8Array, reply = ''): Buffer => {
  const body = Buffer.from(payload);
  return Buffer.concat([
    Buffer.from(`PUB ${subject}${reply ? ` ${reply}` : ''} ${body.length}\r\n`),
    body,
    Buffer.from('\r\n'),
  ]);
};

const MOST_LINE_BYTES = 64 * 1024;
const MOST_PAYLOAD_BYTES = 64 * 1024 * 1024;

const isCount = (text: string | undefined): boolean =>
  text !== undefined && /^\d{1,9}$/.test(text) && Number(text) <= MOST_PAYLOAD_BYTES;

/** @throws Error where the bytes are none of NATS; the connection is of no more use then */
export const createNatsParser = (take: (operation: NatsOperation) => void): ((chunk: Buffer) => void) => {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  /** Nothing can be read before so many bytes are there. */
  let needed = 0;

  /** @returns how many bytes were read; 0: more are needed */
  const read = (bytes: Buffer, at: number): number => {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) {
      if (bytes.length - at > MOST_LINE_BYTES) throw new Error('not NATS: a line without an end');
      return 0;
    }
    const [word = '', ...rest] = bytes.toString('latin1', at, end).split(/[ \t]+/);
    const lineBytes = end + 2 - at;
    switch (word.toUpperCase()) {
      case 'INFO':
        take({ op: 'info' });
        return lineBytes;
      case 'PING':
        take({ op: 'ping' });
        return lineBytes;
      case 'PONG':
        take({ op: 'pong' });
        return lineBytes;
      case '+OK':
        take({ op: 'ok' });
        return lineBytes;
      case '-ERR':
        take({ op: 'error', text: rest.join(' ').replaceAll("'", '') });
        return lineBytes;
      case 'MSG':
      case 'HMSG': {
        const counts = word.toUpperCase() === 'MSG' ? 1 : 2;
        const names = rest.slice(0, -counts);
        const [first, second] = rest.slice(-counts);
        const headerBytes = counts === 2 ? Number(first) : 0;
        const total = Number(counts === 2 ? second : first);
        if (names.length < 2 || !isCount(first) || (counts === 2 && !isCount(second)) || headerBytes > total)
          throw new Error(`not NATS: ${word} with ${rest.length} parts`);
        const whole = lineBytes + total + 2;
        if (bytes.length - at < whole) {
          needed = whole;
          return 0;
        }
        const body = end + 2 + headerBytes;
        const status = /^NATS\/1\.0 (\d{3})/.exec(
          bytes.toString('latin1', end + 2, Math.min(body, end + 40)),
        );
        take({
          op: 'message',
          subject: names[0]!,
          subscription: names[1]!,
          reply: names[2] ?? '',
          payload: bytes.subarray(body, end + 2 + total),
          status: Number(status?.[1] ?? 0),
        });
        return whole;
      }
      default:
        throw new Error(`not NATS: ${word.slice(0, 20)}`);
    }
  };

  return (chunk) => {
    pending.push(chunk);
    pendingBytes += chunk.length;
    if (pendingBytes < needed) return;
    const bytes = pending.length === 1 ? chunk : Buffer.concat(pending);
    needed = 0;
    let at = 0;
    while (at < bytes.length) {
      const count = read(bytes, at);
      if (count === 0) break;
      at += count;
    }
    pending = at < bytes.length ? [bytes.subarray(at)] : [];
    pendingBytes = bytes.length - at;
  };
};
