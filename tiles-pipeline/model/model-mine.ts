import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import { createMineFrame, type MineFrame } from '../../domain/frame/mine-frame.ts';
import { degrees, metres } from '../../domain/units/quantities.ts';
import { egm96Separation } from '../read/geoid.ts';
import { buildLayers } from './build-layers.ts';
import type { DrivingModel } from './driving-facts.ts';
import { withFirstPicture } from './first-picture.ts';
import { withBases } from './hole-bases.ts';
import type { LayerLogs } from './hole-logs.ts';
import { modelBodies } from './implicit-bodies.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { MineGeology } from './mine-geology.ts';
import { chooseOrigin } from './mine-origin.ts';
import { modelStrata } from './model-strata.ts';
import type { PlaceCollection } from './places.ts';
import { type ReadMine, type ReadStep, readSources } from './read-sources.ts';
import type { MineSeams } from './seams.ts';
import type { SourceAccount } from './source-log.ts';

export type ModelledLayer = SourcedLayer;

/** A mine, modelled and ready to be tiled. Where `findings` holds an error, the layers must not be published. */
export interface MineModel {
  readonly frame: MineFrame;
  readonly survey: Catalog['survey'];
  readonly layers: readonly ModelledLayer[];
  readonly network: RoadwayNetwork | null;
  readonly places: PlaceCollection | null;
  readonly logs: readonly LayerLogs[];
  /** null: the files could not be read, so nothing is known. */
  readonly driving: DrivingModel | null;
  /** null: the survey has no stratigraphic column, or nothing to model it from. */
  readonly geology: MineGeology | null;
  /** null: mine.yaml asks for no seams, or no goaf names one. */
  readonly seams: MineSeams | null;
  readonly sources: readonly SourceAccount[];
  readonly findings: readonly Finding[];
}

/** EGM96's own accuracy, and the most that is known where the manifest gives no separation. */
const EGM96_UNCERTAINTY_METRES = 0.5;

/**
 * Reads the survey files of a manifest and models every layer. All errors of one run are collected in `findings`;
 * with an error in reading nothing is modelled, for half a mine looks like a whole one.
 * @param folder where relative paths of the manifest start
 * @throws SurveyFileError where the mine's CRS cannot be used
 */
export const modelMine = async (
  manifest: MineManifest,
  folder: string,
  o: { readonly onStep?: (step: ReadStep) => void } = {},
): Promise<MineModel> => {
  const findings: Finding[] = [];
  const read = await readSources(manifest, folder, findings, o.onStep);
  const { frame, separation } = frameOf(manifest, read);
  const failed = findings.some((finding) => finding.severity === 'error');
  const mine = { manifest, frame, findings };
  const built = failed ? null : buildLayers(read.sources, mine);
  const geology = built ? modelStrata(built, read.sources, mine) : null;
  const bodies = built ? await modelBodies(built.holes, geology?.model.faults ?? [], mine) : [];
  return {
    frame,
    survey: surveyOf(manifest, read, separation),
    layers: withFirstPicture([...(built?.layers ?? []), ...bodies]),
    network: built?.network ?? null,
    places: built?.places ?? null,
    logs: built ? withBases(built.logs, built.holes, geology) : [],
    driving: built?.driving ?? null,
    geology,
    seams: built?.seams ?? null,
    sources: read.sources.map((placed) => placed.log.account()),
    findings,
  };
};

const frameOf = (manifest: MineManifest, { survey, extent }: ReadMine) => {
  const origin = chooseOrigin(extent, survey.isGeographic);
  // Without a single placed point there is nothing to draw; the frame only has to exist.
  const { longitude, latitude } = origin
    ? survey.toGeographic(origin)
    : { longitude: degrees(0), latitude: degrees(0) };
  const separation = metres(manifest.survey.geoidSeparation ?? egm96Separation(longitude, latitude));
  const ellipsoidHeight = metres((origin?.height ?? 0) + separation);
  const frame = createMineFrame({
    survey,
    geoidSeparation: separation,
    origin: { longitude, latitude, ellipsoidHeight },
  });
  return { frame, separation };
};

const surveyOf = (manifest: MineManifest, { crs }: ReadMine, separation: number): Catalog['survey'] => {
  const { units, axes, zonePrefix, verticalDatum, geoidSeparation } = manifest.survey;
  return {
    crs: manifest.survey.crs,
    crsName: crs.name,
    proj: crs.proj,
    units,
    axes,
    ...(zonePrefix === undefined ? {} : { zonePrefix }),
    verticalDatum,
    geoidSeparation:
      geoidSeparation === undefined
        ? { metres: separation, source: 'EGM96', uncertaintyMetres: EGM96_UNCERTAINTY_METRES }
        : { metres: separation, source: 'manifest' },
  };
};
