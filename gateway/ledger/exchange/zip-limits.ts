import { Unzip, UnzipInflate } from 'fflate';

const MOST_ENTRIES = 500;
const PIECE_BYTES = 16 * 1024;

export class ZipTooLarge extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'ZipTooLarge';
  }
}

/**
 * Unpacks a zip piece by piece and throws everything away, only to see how much it is: what it says of itself may be a lie.
 * @throws ZipTooLarge before much memory is needed
 */
export const checkZip = (bytes: Uint8Array, most: number): void => {
  let [unpacked, entries] = [0, 0];
  const unzip = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) throw new ZipTooLarge(`it holds more than ${MOST_ENTRIES} files`);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > most)
        throw new ZipTooLarge(`it unpacks to more than ${Math.round(most / 1024 / 1024)} MiB`);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let i = 0; i < bytes.length; i += PIECE_BYTES)
    unzip.push(bytes.subarray(i, i + PIECE_BYTES), i + PIECE_BYTES >= bytes.length);
};
