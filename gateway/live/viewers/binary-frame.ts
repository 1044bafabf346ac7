/** First byte of an unfragmented binary frame, RFC 6455, 5.2: FIN and opcode 2. */
const BINARY = 0x82;

/**
 * A WebSocket frame of the server's (not masked) around a binary message. Made once for all who get the same message: the library
 * makes header and body two pieces again for each of them.
 */
export const binaryFrame = (message: Uint8Array): Buffer => {
  const { length } = message;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = BINARY;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, header);
  return frame;
};
