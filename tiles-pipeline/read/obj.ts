import { basename, extname } from 'node:path';
import type { Finding } from '../../domain/contracts/finding.ts';
import { forEachLineBlock } from './byte-lines.ts';
import { decimalAt } from './decimal-bytes.ts';
import { faceTriangles } from './face-triangles.ts';
import { checkFile } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import { type GrowingIndices, growingFloats, growingIndices } from './growing-arrays.ts';
import type { MeshFile, MeshObject } from './read-result.ts';
import { decodeText } from './text-encoding.ts';

interface OpenObject {
  readonly name: string;
  /** Vertex numbers of the whole file, 0-based. */
  readonly triangles: GrowingIndices;
  degenerate: number;
  firstDegenerate: number;
}

const SPACE = 0x20;
const isBlank = (byte: number): boolean => byte === SPACE || byte === 0x09 || byte === 0x0d;

/** Known keywords that carry nothing for a solid, and those that draw something we do not read. */
const PASSED_OVER = new Set([
  'vt',
  'vn',
  'vp',
  's',
  'usemtl',
  'mtllib',
  'mg',
  'usemap',
  'maplib',
  'shadow_obj',
]);
const NOT_FACES = new Set([
  'l',
  'p',
  'curv',
  'curv2',
  'surf',
  'cstype',
  'deg',
  'parm',
  'trim',
  'hole',
  'end',
]);

/** The object's own vertices only, in order of first use. */
const compact = (object: OpenObject, positions: Float64Array, slot: Int32Array): MeshObject => {
  const indices = object.triangles.done();
  const used: number[] = [];
  for (let i = 0; i < indices.length; i += 1) {
    const vertex = indices[i]!;
    if (slot[vertex]! < 0) {
      slot[vertex] = used.length;
      used.push(vertex);
    }
    indices[i] = slot[vertex]!;
  }
  const own = new Float64Array(used.length * 3);
  used.forEach((vertex, i) => {
    own[3 * i] = positions[3 * vertex]!;
    own[3 * i + 1] = positions[3 * vertex + 1]!;
    own[3 * i + 2] = positions[3 * vertex + 2]!;
    slot[vertex] = -1;
  });
  return { name: object.name, positions: own, indices };
};

/**
 * A Wavefront OBJ: `v` and `f` (any corner count, negative numbers, v/vt/vn), objects by `o`, or by `g` in files
 * without `o`. Coordinates stay the doubles written. Throws SurveyFileError: file-missing, file-empty, mesh-bad-line,
 * mesh-bad-index (both with the line), mesh-empty. Faces of no area by repeated corners are dropped and counted.
 */
export const readObj = async (file: string, options: ReadOptions): Promise<MeshFile> => {
  const place: FindingPlace = placeOf(file, options);
  await checkFile(file, place);
  const findings: Finding[] = [];
  const vertices = growingFloats();
  const byName = new Map<string, OpenObject>();
  const ignored = new Map<string, { count: number; line: number }>();
  const ends = { starts: new Int32Array(64), stops: new Int32Array(64), count: 0 };
  let corners = new Float64Array(3 * 64);
  let face = new Int32Array(64);
  let line = 0;
  let named = false;
  let vertexCount = 0;

  const objectNamed = (name: string): OpenObject => {
    const known = byName.get(name);
    if (known) return known;
    const made = { name, triangles: growingIndices(), degenerate: 0, firstDegenerate: 0 };
    byName.set(name, made);
    return made;
  };
  let current = objectNamed(basename(place.file, extname(place.file)));

  const badLine = (bytes: Buffer, start: number, end: number, expected: string) =>
    fileError(
      'mesh-bad-line',
      { ...place, row: line },
      { value: bytes.toString('utf8', start, end), params: { expected } },
    );

  /** Finds where the words of bytes[start, end) begin and stop. */
  const split = (bytes: Buffer, start: number, end: number): void => {
    ends.count = 0;
    for (let i = start; i < end; ) {
      while (i < end && isBlank(bytes[i]!)) i += 1;
      if (i >= end) break;
      if (ends.count === ends.starts.length) {
        const more = (old: Int32Array): Int32Array<ArrayBuffer> => {
          const larger = new Int32Array(old.length * 2);
          larger.set(old);
          return larger;
        };
        ends.starts = more(ends.starts);
        ends.stops = more(ends.stops);
      }
      ends.starts[ends.count] = i;
      while (i < end && !isBlank(bytes[i]!)) i += 1;
      ends.stops[ends.count] = i;
      ends.count += 1;
    }
  };

  const takeVertex = (bytes: Buffer, start: number, end: number): void => {
    split(bytes, start, end);
    // Past x y z stand a weight or a colour.
    if (ends.count < 3) throw badLine(bytes, start, end, 'v x y z');
    const x = decimalAt(bytes, ends.starts[0]!, ends.stops[0]!);
    const y = decimalAt(bytes, ends.starts[1]!, ends.stops[1]!);
    const z = decimalAt(bytes, ends.starts[2]!, ends.stops[2]!);
    // A sum is not finite exactly when one of its parts is not.
    if (!Number.isFinite(x + y + z)) throw badLine(bytes, start, end, 'v x y z');
    vertices.push3(x, y, z);
    vertexCount += 1;
  };

  /** 0-based vertex of a face corner such as 12, 12/3, 12//4 or -1. */
  const cornerAt = (bytes: Buffer, from: number, to: number, start: number, end: number): number => {
    let i = from;
    const negative = bytes[i] === 0x2d;
    if (negative) i += 1;
    let number = 0;
    const first = i;
    for (; i < to && bytes[i] !== 0x2f; i += 1) {
      const digit = bytes[i]! - 0x30;
      if (digit < 0 || digit > 9) throw badLine(bytes, start, end, 'f v/vt/vn …');
      number = number * 10 + digit;
    }
    if (i === first) throw badLine(bytes, start, end, 'f v/vt/vn …');
    const vertex = negative ? vertexCount - number : number - 1;
    if (vertex < 0 || vertex >= vertexCount || number === 0) {
      const value = bytes.toString('latin1', from, to);
      throw fileError('mesh-bad-index', { ...place, row: line }, { value, params: { count: vertexCount } });
    }
    return vertex;
  };

  const pushTriangle = (a: number, b: number, c: number): void => {
    if (a !== b && b !== c && c !== a) {
      current.triangles.push3(a, b, c);
      return;
    }
    if (current.degenerate === 0) current.firstDegenerate = line;
    current.degenerate += 1;
  };

  const takeFace = (bytes: Buffer, start: number, end: number): void => {
    split(bytes, start, end);
    const count = ends.count;
    if (count < 3) throw badLine(bytes, start, end, 'f a b c …');
    if (count > face.length) {
      face = new Int32Array(count);
      corners = new Float64Array(3 * count);
    }
    for (let i = 0; i < count; i += 1) face[i] = cornerAt(bytes, ends.starts[i]!, ends.stops[i]!, start, end);
    if (count === 3) {
      pushTriangle(face[0]!, face[1]!, face[2]!);
      return;
    }
    for (let i = 0; i < 3 * count; i += 1) corners[i] = vertices.at(3 * face[Math.floor(i / 3)]! + (i % 3));
    const triangles = faceTriangles(corners.subarray(0, 3 * count));
    if (triangles.length === 0) pushTriangle(face[0]!, face[0]!, face[0]!);
    for (let i = 0; i < triangles.length; i += 3) {
      pushTriangle(face[triangles[i]!]!, face[triangles[i + 1]!]!, face[triangles[i + 2]!]!);
    }
  };

  const takeOther = (bytes: Buffer, start: number, end: number): void => {
    let stop = start;
    while (stop < end && !isBlank(bytes[stop]!)) stop += 1;
    const keyword = bytes.toString('latin1', start, stop);
    if (keyword === 'o' || keyword === 'g') {
      if (keyword === 'g' && named) return;
      const { text } = decodeText(bytes.subarray(stop, end), place);
      named = keyword === 'o';
      current = objectNamed(text.trim() || basename(place.file, extname(place.file)));
    } else if (NOT_FACES.has(keyword)) {
      const seen = ignored.get(keyword) ?? { count: 0, line };
      seen.count += 1;
      ignored.set(keyword, seen);
    } else if (!PASSED_OVER.has(keyword)) throw badLine(bytes, start, end, 'v, f, o, g');
  };

  await forEachLineBlock(file, (bytes, blockStart, blockEnd) => {
    for (let start = blockStart; start < blockEnd; ) {
      line += 1;
      let end = bytes.indexOf(0x0a, start);
      if (end < 0 || end > blockEnd) end = blockEnd;
      let joined = 0;
      // A backslash at the end carries the statement on to the next line.
      while (
        end < blockEnd &&
        (bytes[end - 1] === 0x5c || (bytes[end - 1] === 0x0d && bytes[end - 2] === 0x5c))
      ) {
        bytes[end] = SPACE;
        bytes[bytes[end - 1] === 0x5c ? end - 1 : end - 2] = SPACE;
        const next = bytes.indexOf(0x0a, end);
        end = next < 0 || next > blockEnd ? blockEnd : next;
        joined += 1;
      }
      let first = start;
      while (first < end && isBlank(bytes[first]!)) first += 1;
      const letter = bytes[first];
      if (first < end && letter !== 0x23) {
        const second = bytes[first + 1] ?? SPACE;
        const alone = first + 1 >= end || isBlank(second);
        if (letter === 0x76 && alone) takeVertex(bytes, first + 1, end);
        else if (letter === 0x66 && alone) takeFace(bytes, first + 1, end);
        else takeOther(bytes, first, end);
      }
      line += joined;
      start = end + 1;
    }
  });

  const positions = vertices.done();
  const slot = new Int32Array(vertexCount).fill(-1);
  const opened = [...byName.values()];
  for (const { name, degenerate, firstDegenerate } of opened) {
    if (degenerate === 0) continue;
    const params = { object: name, count: degenerate };
    findings.push(findingAt('warning', 'mesh-degenerate', { ...place, row: firstDegenerate }, { params }));
  }
  for (const [keyword, { count, line: row }] of ignored) {
    findings.push(
      findingAt('warning', 'mesh-elements-ignored', { ...place, row }, { params: { keyword, count } }),
    );
  }
  const objects = opened
    .filter((object) => object.triangles.length > 0)
    .map((object) => compact(object, positions, slot));
  if (objects.length === 0) throw fileError('mesh-empty', place);
  return { file: place.file, objects, findings };
};
