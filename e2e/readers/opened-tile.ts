import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One tile as some reader sees it, in terms every reader can be asked for. */
export interface OpenedTile {
  readonly uri: string;
  readonly isLeaf: boolean;
  readonly triangles: number;
  /** ENU metres: least then greatest east, north, up. */
  readonly extent: readonly [number, number, number, number, number, number];
  /** Rows of the property table its triangles use, values as the reader returns them. */
  readonly features: readonly Readonly<Record<string, unknown>>[];
}

export type OpenTile = (glb: ArrayBuffer) => Promise<Omit<OpenedTile, 'uri' | 'isLeaf'>>;

export interface TileHeader {
  readonly content?: { readonly uri: string };
  readonly children?: readonly TileHeader[];
}

export const readArrayBuffer = async (file: string): Promise<ArrayBuffer> => {
  const bytes = await readFile(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** Opens every tile of a tileset, parents before children. */
export const openTree = async (
  tilesetFile: string,
  root: TileHeader,
  uriOf: (tile: TileHeader) => string,
  open: OpenTile,
): Promise<OpenedTile[]> => {
  const uri = uriOf(root);
  const children = root.children ?? [];
  const own = await open(await readArrayBuffer(join(dirname(tilesetFile), uri)));
  const opened: OpenedTile[] = [{ uri, isLeaf: children.length === 0, ...own }];
  for (const child of children) opened.push(...(await openTree(tilesetFile, child, uriOf, open)));
  return opened;
};

/** Grows a box by glTF (Y-up) points turned to ENU. */
export const extentOf = (
  count: number,
  point: (i: number) => readonly [number, number, number],
): OpenedTile['extent'] => {
  const box: [number, number, number, number, number, number] = [
    Infinity,
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
    -Infinity,
  ];
  for (let i = 0; i < count; i++) {
    const [x, y, z] = point(i);
    for (const [k, value] of [x, -z, y].entries()) {
      box[k] = Math.min(box[k]!, value);
      box[k + 3] = Math.max(box[k + 3]!, value);
    }
  }
  return box;
};
