import type { Finding } from '../../domain/contracts/finding.ts';

/** A cell as found in the file. Numbers stay text in CSV: the reader of a role decides what a number is. */
export type Cell = string | number | boolean | null;

/** A table of any format. `line` is what the user sees in their editor or sheet (1-based). */
export interface Table {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly Cell[] }[];
  readonly findings: readonly Finding[];
}

export type Position3 = readonly [x: number, y: number, z: number | null];

/** Geometry in file coordinates and file axis order; z null where the file has none. */
export type VectorGeometry =
  | { readonly type: 'points'; readonly points: readonly Position3[] }
  | { readonly type: 'lines'; readonly lines: readonly (readonly Position3[])[] }
  | { readonly type: 'polygons'; readonly polygons: readonly (readonly (readonly Position3[])[])[] };

export interface VectorFeature {
  /** Feature number (GeoPackage fid, shapefile record, GeoJSON index + 1): what the user can find again. */
  readonly row: number;
  readonly geometry: VectorGeometry | null;
  readonly attributes: Readonly<Record<string, Cell>>;
}

export interface VectorLayer {
  readonly file: string;
  readonly layer: string;
  /** "EPSG:n", a WKT or proj string as the file declares it; null where it declares none. */
  readonly crs: string | null;
  readonly fields: readonly string[];
  readonly features: readonly VectorFeature[];
  readonly findings: readonly Finding[];
}

/** Triangles of a mesh file, in file coordinates (doubles), split by object or group name. */
export interface MeshObject {
  readonly name: string;
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
}
export interface MeshFile {
  readonly file: string;
  readonly objects: readonly MeshObject[];
  readonly findings: readonly Finding[];
}

/** A height raster. Row 0 is the northernmost; `heights` is row-major, NaN where the file has no data. */
export interface ElevationGrid {
  readonly file: string;
  readonly crs: string | null;
  readonly width: number;
  readonly height: number;
  /** CRS coordinates of the centre of the cell in row 0, column 0. */
  readonly firstCell: readonly [easting: number, northing: number];
  readonly cellSize: readonly [east: number, south: number];
  readonly heights: Float64Array;
  readonly findings: readonly Finding[];
}

/** A Survex survey, file coordinates. */
export interface CaveSurvey {
  readonly file: string;
  readonly title: string;
  readonly crs: string | null;
  readonly legs: readonly {
    readonly from: Position3;
    readonly to: Position3;
    readonly label: string;
    readonly splay: boolean;
    readonly surface: boolean;
    readonly duplicate: boolean;
  }[];
  readonly stations: readonly { readonly name: string; readonly at: Position3; readonly flags: number }[];
  readonly findings: readonly Finding[];
}

/** A file that cannot be read at all, or a row that stops the build: carries what the user needs to mend it. */
export class SurveyFileError extends Error {
  readonly finding: Finding;
  constructor(finding: Finding, options?: ErrorOptions) {
    super(`${finding.file}: ${finding.code}`, options);
    this.name = 'SurveyFileError';
    this.finding = finding;
  }
}
