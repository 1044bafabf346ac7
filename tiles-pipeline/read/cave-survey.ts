import { readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, placeOf, type ReadOptions } from './finding-place.ts';
import type { CaveSurvey, Position3 } from './read-result.ts';
import { SurvexFault, survexItems } from './survex-items.ts';

const FILE_ID = 'Survex 3D Image File';
const READ_VERSION = 8;
const EXTENDED_ELEVATION = 0x80;

/** LINE flags (3dformat, version 8). Of a station's flags 0x01 is surface, 0x02 underground, 0x04 entrance, 0x40 wall. */
const SURFACE = 0x01;
const DUPLICATE = 0x02;
const SPLAY = 0x04;

interface Header {
  readonly title: string;
  readonly crs: string | null;
  readonly itemsAt: number;
}

const readHeader = (bytes: Buffer, place: FindingPlace): Header => {
  let at = 0;
  const nextLine = (part: string): Buffer => {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) throw fileError('file-truncated', place, { params: { offset: bytes.length, part } });
    const line = bytes.subarray(at, end);
    at = end + 1;
    return line;
  };
  if (!bytes.subarray(0, FILE_ID.length).equals(Buffer.from(FILE_ID).subarray(0, bytes.length))) {
    const params = { reason: 'no Survex 3D signature at byte 0' };
    throw fileError('file-damaged', place, { params });
  }
  nextLine('file id');
  const version = nextLine('version').toString('latin1').trim();
  if (version !== `v${READ_VERSION}`) throw fileError('survex-old', place, { value: version });
  // Title, coordinate system and label separator, zero bytes between them; the later ones may be absent.
  const [title = '', crs = ''] = nextLine('title').toString('utf8').split('\0');
  nextLine('date');
  if (at >= bytes.length) {
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part: 'flags' } });
  }
  if (bytes[at]! & EXTENDED_ELEVATION) throw fileError('survex-extended', place);
  return { title, crs: crs === '' ? null : crs, itemsAt: at + 1 };
};

const metresOf = ([x, y, z]: readonly [number, number, number]): Position3 => [x / 100, y / 100, z / 100];

/**
 * A Survex .3d file of version 8 (Survex 1.2.7, 2014, and later; Therion writes it too): legs and stations, x east,
 * y north, z up, in metres of the declared coordinate system, stored to the centimetre. `label` of a leg is the
 * survey it was measured in. Throws SurveyFileError: file-missing, file-empty, file-damaged, file-truncated (byte
 * offset), survex-old, survex-extended.
 */
export const readCaveSurvey = async (file: string, options: ReadOptions): Promise<CaveSurvey> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  const { title, crs, itemsAt } = readHeader(bytes, place);
  const legs: CaveSurvey['legs'][number][] = [];
  const stations: CaveSurvey['stations'][number][] = [];
  let from: Position3 | null = null;
  try {
    for (const item of survexItems(bytes, itemsAt)) {
      const here = metresOf(item.at);
      if (item.type === 'label') stations.push({ name: item.label, at: here, flags: item.flags });
      if (item.type === 'line' && from) {
        const { flags, label } = item;
        legs.push({
          from,
          to: here,
          label,
          splay: (flags & SPLAY) !== 0,
          surface: (flags & SURFACE) !== 0,
          duplicate: (flags & DUPLICATE) !== 0,
        });
      }
      if (item.type !== 'label') from = here;
    }
  } catch (error) {
    if (!(error instanceof SurvexFault)) throw error;
    const { offset, part, truncated, message } = error;
    if (truncated) throw fileError('file-truncated', place, { params: { offset, part } }, error);
    throw fileError('file-damaged', place, { params: { reason: message } }, error);
  }
  return { file: place.file, title, crs, legs, stations, findings: [] };
};
