import type { Finding } from '../../domain/contracts/finding.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import type { ManifestSource, MineManifest, SourceKind, SourceOf } from '../../domain/contracts/manifest.ts';
import type { EnuPoint, SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { Metres } from '../../domain/units/quantities.ts';
import type { CaveSurvey, ElevationGrid, MeshFile } from '../read/read-result.ts';
import type { RecordSet } from './records.ts';
import type { SourceLog } from './source-log.ts';

/** What a source file turned out to hold. */
export type SourceContent =
  | { readonly form: 'records'; readonly set: RecordSet }
  | { readonly form: 'meshes'; readonly meshes: MeshFile; readonly table: RecordSet | null }
  | { readonly form: 'grid'; readonly grid: ElevationGrid }
  | { readonly form: 'cave'; readonly cave: CaveSurvey };

/** From a file's own coordinates to the mine's survey system. */
export interface Placement {
  /** x and y in file axis order, z in the file's unit. */
  point(x: number, y: number, z: number): SurveyPoint;
  /** Geographic coordinates of columns longitude and latitude (degrees); z in the file's unit. */
  geographic(longitude: number, latitude: number, z: number): SurveyPoint;
  /** Raster coordinates are easting, northing (or longitude, latitude) whatever the tables do; z in the file's unit. */
  raster(easting: number, northing: number, z: number): SurveyPoint;
  /** The way back, for looking a height up. */
  toRaster(at: SurveyPoint): readonly [easting: number, northing: number];
  /** A length, depth or elevation of the file in metres. */
  metres(value: number): Metres;
  /** Angle to take off a true azimuth to get the grid azimuth, degrees. */
  convergence(at: SurveyPoint): number;
  /** File axes are northing, easting: left-handed, so meshes come out mirrored. */
  readonly mirrors: boolean;
}

/** A source read and placed, ready to be modelled. */
interface Placed<S extends ManifestSource> {
  readonly id: string;
  readonly source: S;
  readonly content: SourceContent;
  readonly place: Placement;
  readonly provenance: Provenance;
  readonly log: SourceLog;
}

export type PlacedSource<K extends SourceKind = SourceKind> = Placed<SourceOf<K>>;

/** What every layer builder is given besides its sources. */
export interface MineContext {
  readonly manifest: MineManifest;
  readonly frame: MineFrame;
  readonly findings: Finding[];
}

/** The records of a source that must be a table or a vector file; null, with an error, where it is something else. */
export const recordsOf = (placed: PlacedSource): RecordSet | null => {
  if (placed.content.form === 'records') return placed.content.set;
  placed.log.error('wrong-file-form', { params: { expected: 'table', found: placed.content.form } });
  return null;
};

/** ENU "up" of an elevation at a place: the frame is flat and the sea is not, so the place matters. */
export const upOf = (frame: MineFrame, at: EnuPoint, elevation: Metres): Metres =>
  frame.surveyToEnu({ ...frame.enuToSurvey(at), height: elevation })[2] as Metres;
