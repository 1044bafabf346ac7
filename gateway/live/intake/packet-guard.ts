/**
 * Watches the bytes of one MQTT 3.1.1 connection before the broker sees them, and takes out PUBLISH packets that are
 * too large: the broker would hold each in memory as a whole (up to 256 MB) before anyone could refuse it. What was
 * taken out is told, so that it can be acknowledged: a device that is refused without an answer sends it for ever.
 */
export interface OversizedPublish {
  readonly topic: string;
  /** null: QoS 0, nobody waits for an answer. */
  readonly messageId: number | null;
  readonly qos: number;
  /** The payload's size, and its first bytes. */
  readonly bytes: number;
  readonly head: Uint8Array;
}

export interface PacketGuard {
  /**
   * @returns what the broker may see of the chunk
   * @throws Error where the connection must end: no MQTT, or a packet that nobody may send
   */
  filter(chunk: Buffer): Buffer[];
}

const PUBLISH = 3;
/** Of packets other than PUBLISH: names, filters, identifiers. */
const MOST_OTHER_BYTES = 8_192;
/** A PUBLISH larger than this is not even read to its end. */
const MOST_SKIPPED_BYTES = 32 * 1024 * 1024;
const HEAD_BYTES = 2_048;
/** Topic and packet identifier, on top of the payload. */
const MOST_TOPIC_BYTES = 1_024;

/** @param mostPayload bytes a message may have */
export const createPacketGuard = (
  mostPayload: number,
  oversized: (publish: OversizedPublish) => void,
): PacketGuard => {
  /** Fixed header so far, while it is incomplete. */
  let header: number[] = [];
  /** How many of its bytes came in earlier chunks. */
  let held = 0;
  /** Bytes of the current packet still to come. */
  let left = 0;
  let skipping = false;
  let skipped = { first: 0, length: 0, start: Buffer.alloc(0) };

  const tell = () => {
    const { first, length, start } = skipped;
    const qos = (first >> 1) & 3;
    const topicBytes = start.length >= 2 ? start.readUInt16BE(0) : 0;
    const afterTopic = 2 + topicBytes;
    const body = afterTopic + (qos > 0 ? 2 : 0);
    const whole = start.length >= body;
    oversized({
      topic: whole ? start.toString('utf8', 2, afterTopic) : '',
      messageId: qos > 0 && whole ? start.readUInt16BE(afterTopic) : null,
      qos,
      bytes: Math.max(0, length - body),
      head: Uint8Array.from(start.subarray(body, body + HEAD_BYTES)),
    });
  };

  const skip = (bytes: Buffer) => {
    const room = HEAD_BYTES + MOST_TOPIC_BYTES - skipped.start.length;
    if (room > 0) skipped.start = Buffer.concat([skipped.start, bytes.subarray(0, room)]);
  };

  const begin = (first: number, length: number): boolean => {
    left = length;
    if (first >> 4 !== PUBLISH) {
      if (length > MOST_OTHER_BYTES)
        throw new Error(`a control packet of ${length} bytes; at most ${MOST_OTHER_BYTES} are taken`);
      return false;
    }
    if (length > MOST_SKIPPED_BYTES) throw new Error(`a message of ${length} bytes`);
    if (length <= mostPayload + MOST_TOPIC_BYTES) return false;
    skipped = { first, length, start: Buffer.alloc(0) };
    return true;
  };

  return {
    filter(chunk) {
      const passed: Buffer[] = [];
      /** Before it, everything of this chunk is passed or skipped. */
      let from = 0;
      let headerAt = 0;
      let i = 0;
      const pass = (to: number) => {
        if (to > from) passed.push(chunk.subarray(from, to));
        from = to;
      };
      while (i < chunk.length) {
        if (left > 0) {
          const taken = Math.min(left, chunk.length - i);
          if (skipping) {
            skip(chunk.subarray(i, i + taken));
            from = i + taken;
          }
          left -= taken;
          i += taken;
          if (skipping && left === 0) tell();
          continue;
        }
        skipping = false;
        if (header.length === 0) headerAt = i;
        const byte = chunk[i++]!;
        header.push(byte);
        if (header.length === 1) continue;
        if (byte >= 128) {
          if (header.length > 4) throw new Error('no MQTT: a length of more than four bytes');
          continue;
        }
        const [first, ...sizes] = header as [number, ...number[]];
        skipping = begin(
          first,
          sizes.reduce((sum, size, k) => sum + (size & 127) * 128 ** k, 0),
        );
        if (skipping) {
          pass(headerAt);
          from = i;
        } else if (held > 0) passed.push(Buffer.from(header.slice(0, held)));
        header = [];
        held = 0;
      }
      // A header is held back until it is whole: only then it is known whether its packet may pass.
      if (header.length > 0) {
        if (held === 0) pass(headerAt);
        held = header.length;
      } else pass(chunk.length);
      return passed;
    },
  };
};
