import { open } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 22;
const NEWLINE = 0x0a;

/**
 * Walks a text file of any size as whole lines in large pieces: `take` gets a buffer, and the range in it that ends
 * on a line break (or at the end of the file). The buffer is used again after `take` returns.
 */
export const forEachLineBlock = async (
  file: string,
  take: (bytes: Buffer, start: number, end: number) => void,
): Promise<void> => {
  const handle = await open(file);
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let held = 0;
    for (;;) {
      // One line longer than the buffer: make room rather than cut it.
      if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const { bytesRead } = await handle.read(buffer, held, buffer.length - held, null);
      const filled = held + bytesRead;
      if (bytesRead === 0) {
        if (filled > 0) take(buffer, 0, filled);
        return;
      }
      const end = buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
      if (end > 0) take(buffer, 0, end);
      buffer.copyWithin(0, end, filled);
      held = filled - end;
    }
  } finally {
    await handle.close();
  }
};
