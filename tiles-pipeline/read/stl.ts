import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Finding } from '../../domain/contracts/finding.ts';
import { forEachLineBlock } from './byte-lines.ts';
import { decimalAt } from './decimal-bytes.ts';
import { checkFile, readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import { type GrowingIndices, growingIndices } from './growing-arrays.ts';
import type { MeshFile, MeshObject } from './read-result.ts';
import { decodeText } from './text-encoding.ts';
import { createVertexWelder, type VertexWelder } from './vertex-welder.ts';

const HEADER_BYTES = 84;
const FACET_BYTES = 50;

interface OpenSolid {
  readonly name: string;
  readonly welder: VertexWelder;
  readonly triangles: GrowingIndices;
  degenerate: number;
  firstDegenerate: number;
}

const openSolid = (name: string): OpenSolid => ({
  name,
  welder: createVertexWelder(),
  triangles: growingIndices(),
  degenerate: 0,
  firstDegenerate: 0,
});

const addTriangle = (solid: OpenSolid, c: Float64Array, row: number): void => {
  const { welder } = solid;
  const v0 = welder.add(c[0]!, c[1]!, c[2]!);
  const v1 = welder.add(c[3]!, c[4]!, c[5]!);
  const v2 = welder.add(c[6]!, c[7]!, c[8]!);
  if (v0 !== v1 && v1 !== v2 && v2 !== v0) {
    solid.triangles.push3(v0, v1, v2);
    return;
  }
  if (solid.degenerate === 0) solid.firstDegenerate = row;
  solid.degenerate += 1;
};

const closeSolids = (solids: readonly OpenSolid[], place: FindingPlace, findings: Finding[]): MeshFile => {
  for (const { name, degenerate, firstDegenerate } of solids) {
    if (degenerate === 0) continue;
    const params = { object: name, count: degenerate };
    findings.push(findingAt('warning', 'mesh-degenerate', { ...place, row: firstDegenerate }, { params }));
  }
  const objects = solids
    .filter((solid) => solid.triangles.length > 0)
    .map(
      (solid): MeshObject => ({
        name: solid.name,
        positions: solid.welder.positions(),
        indices: solid.triangles.done(),
      }),
    );
  if (objects.length === 0) throw fileError('mesh-empty', place);
  return { file: place.file, objects, findings };
};

/**
 * Binary headers may begin with "solid" too, so the size decides first: only a binary file is exactly as long as
 * its facet count says. Where it fits neither, text is told by the word "facet" near its start.
 */
const isAscii = async (file: string, size: number): Promise<boolean> => {
  const head = Buffer.alloc(Math.min(size, 1024));
  const handle = await open(file);
  try {
    await handle.read(head, 0, head.length, 0);
  } finally {
    await handle.close();
  }
  if (size >= HEADER_BYTES && HEADER_BYTES + head.readUInt32LE(80) * FACET_BYTES === size) return false;
  return (
    /^\s*solid\b/u.test(head.toString('latin1')) && /\b(?:facet|endsolid)\b/u.test(head.toString('latin1'))
  );
};

const readBinary = async (
  file: string,
  name: string,
  place: FindingPlace,
  findings: Finding[],
): Promise<OpenSolid[]> => {
  const bytes = await readBytes(file, place);
  if (bytes.length < HEADER_BYTES) {
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part: 'STL header' } });
  }
  const count = bytes.readUInt32LE(80);
  const end = HEADER_BYTES + count * FACET_BYTES;
  if (end > bytes.length) {
    const part = `facet ${Math.floor((bytes.length - HEADER_BYTES) / FACET_BYTES) + 1} of ${count}`;
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part } });
  }
  if (end < bytes.length) {
    const params = { offset: end, count: bytes.length - end };
    findings.push(findingAt('warning', 'file-trailing-bytes', place, { params }));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const solid = openSolid(name);
  const corners = new Float64Array(9);
  for (let facet = 0; facet < count; facet += 1) {
    const at = HEADER_BYTES + facet * FACET_BYTES + 12;
    for (let i = 0; i < 9; i += 1) {
      corners[i] = view.getFloat32(at + 4 * i, true);
      if (Number.isFinite(corners[i])) continue;
      const params = { expected: 'finite coordinates' };
      throw fileError('mesh-bad-line', { ...place, row: facet + 1 }, { value: corners[i], params });
    }
    addTriangle(solid, corners, facet + 1);
  }
  return [solid];
};

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;
const isVertexWord = (bytes: Buffer, at: number): boolean =>
  // "vertex", case aside
  (bytes[at]! | 0x20) === 0x76 && (bytes[at + 1]! | 0x20) === 0x65 && (bytes[at + 5]! | 0x20) === 0x78;

const readAscii = async (
  file: string,
  fallback: string,
  place: FindingPlace,
  findings: Finding[],
): Promise<OpenSolid[]> => {
  const solids: OpenSolid[] = [];
  const corners = new Float64Array(9);
  let current: OpenSolid | null = null;
  let corner = 0;
  let inFacet = false;
  let line = 0;
  let lastLineStart = 0;
  let blockOffset = 0;

  const bad = (bytes: Buffer, start: number, end: number, expected: string) =>
    fileError(
      'mesh-bad-line',
      { ...place, row: line },
      { value: bytes.toString('utf8', start, end).trim(), params: { expected } },
    );

  const takeVertex = (bytes: Buffer, first: number, start: number, end: number): void => {
    if (!current || !inFacet || corner > 2)
      throw bad(bytes, start, end, 'vertex inside facet … endfacet, three a facet');
    let i = first + 6;
    for (let axis = 0; axis < 3; axis += 1) {
      while (i < end && isBlank(bytes[i]!)) i += 1;
      const from = i;
      while (i < end && !isBlank(bytes[i]!)) i += 1;
      const value = decimalAt(bytes, from, i);
      if (!Number.isFinite(value)) throw bad(bytes, start, end, 'vertex x y z');
      corners[3 * corner + axis] = value;
    }
    corner += 1;
  };

  const takeWord = (bytes: Buffer, first: number, start: number, end: number): void => {
    const text = bytes.toString('latin1', first, end).trim();
    const keyword = text.split(/\s+/u, 1)[0]!.toLowerCase();
    if (keyword === 'solid') {
      const name = decodeText(bytes.subarray(first + 5, end), place).text.trim();
      const taken = new Set(solids.map((solid) => solid.name));
      const base = name || fallback;
      let unique = base;
      for (let nth = 2; taken.has(unique); nth += 1) unique = `${base} (${nth})`;
      current = openSolid(unique);
      solids.push(current);
    } else if (keyword === 'facet') {
      if (!current) throw bad(bytes, start, end, 'solid before facet');
      inFacet = true;
      corner = 0;
    } else if (keyword === 'endfacet') {
      if (!current || !inFacet || corner !== 3)
        throw bad(bytes, start, end, 'three vertex lines before endfacet');
      addTriangle(current, corners, line);
      inFacet = false;
    } else if (keyword === 'endsolid') current = null;
    else if (keyword !== 'outer' && keyword !== 'endloop') {
      throw bad(bytes, start, end, 'solid, facet, outer loop, vertex, endloop, endfacet, endsolid');
    }
  };

  await forEachLineBlock(file, (bytes, blockStart, blockEnd) => {
    for (let start = blockStart; start < blockEnd; ) {
      line += 1;
      lastLineStart = blockOffset + start - blockStart;
      let end = bytes.indexOf(0x0a, start);
      if (end < 0 || end > blockEnd) end = blockEnd;
      let first = start;
      while (first < end && isBlank(bytes[first]!)) first += 1;
      if (first < end) {
        if (end - first > 6 && isVertexWord(bytes, first)) takeVertex(bytes, first, start, end);
        else takeWord(bytes, first, start, end);
      }
      start = end + 1;
    }
    blockOffset += blockEnd - blockStart;
  });
  if (inFacet) {
    const params = { offset: lastLineStart, part: 'facet without endfacet' };
    throw fileError('file-truncated', { ...place, row: line }, { params });
  }
  // Cut between two facets, nothing is malformed: the missing last word is all there is to see.
  if (current) findings.push(findingAt('warning', 'mesh-end-missing', { ...place, row: line }));
  return solids;
};

/**
 * An STL file, text or binary (float32, widened), a MeshObject a solid; equal corners become one vertex. A text
 * file may hold several solids; unnamed ones take the file's name. Throws SurveyFileError: file-missing, file-empty,
 * file-truncated (byte offset), mesh-bad-line (text: line; binary: facet), mesh-empty.
 */
export const readStl = async (file: string, options: ReadOptions): Promise<MeshFile> => {
  const place = placeOf(file, options);
  const size = await checkFile(file, place);
  const name = basename(place.file, extname(place.file));
  const findings: Finding[] = [];
  const solids = (await isAscii(file, size))
    ? await readAscii(file, name, place, findings)
    : await readBinary(file, name, place, findings);
  return closeSolids(solids, place, findings);
};
