/**
 * What is not known exactly about the way from the survey's datum to WGS 84. Only the place on the globe is
 * concerned: distances inside the mine are not.
 */
export interface DatumNote {
  /** `grid-not-available`: a mean shift stands in for the grid file; `no-shift-known`: the datum is taken as WGS 84. */
  readonly reason: 'grid-not-available' | 'no-shift-known';
  /** The grid file the definition asks for, or the ellipsoid that has no shift. */
  readonly subject: string;
  /** The proj parameter used instead; empty where there is none. */
  readonly used: string;
  /** How far off the place on the globe may be, metres. */
  readonly uncertaintyMetres: number;
}

export interface DatumChoice {
  readonly proj: string;
  readonly note: DatumNote | null;
}

/**
 * Mean shifts to WGS 84 by ellipsoid, for datums whose grid files are not carried here.
 * clrk66: NAD27, mean for the contiguous United States (EPSG:1173, ± 10 m).
 * airy: OSGB36 (EPSG:1314, ± 5 m).
 */
const MEAN_SHIFTS: Readonly<Record<string, { towgs84: string; uncertaintyMetres: number }>> = {
  clrk66: { towgs84: '-8,160,176', uncertaintyMetres: 10 },
  airy: { towgs84: '446.448,-125.157,542.06,0.15,0.247,0.842,-20.489', uncertaintyMetres: 5 },
};

/** Ellipsoids of datums that follow ITRF within a metre or two (CGCS2000, GDA, ETRS89, NAD83): no shift is no error here. */
const MODERN_ELLIPSOIDS = new Set(['grs80', 'wgs84']);

/** Error to admit where an old datum is taken as WGS 84 unshifted; national datums differ by up to some hundred metres. */
const UNSHIFTED_METRES = 500;

const parameter = (proj: string, name: string): string | undefined =>
  new RegExp(`\\+${name}=(\\S+)`, 'i').exec(proj)?.[1];

/**
 * Makes a proj definition usable without grid files: proj4 would ignore an absent grid silently or give no result.
 * Grids are replaced by a mean shift, and what that costs is said.
 */
export function replaceMissingGrids(proj: string): DatumChoice {
  const ellipsoid =
    (parameter(proj, 'datum')?.toUpperCase() === 'NAD27' ? 'clrk66' : parameter(proj, 'ellps')) ?? '';
  const grids = parameter(proj, 'nadgrids');
  const wantsGrid = (grids !== undefined && grids !== '@null') || /\+datum=NAD27\b/i.test(proj);
  if (wantsGrid) {
    const withoutGrid = proj
      .replace(/\+nadgrids=\S+/i, '')
      .replace(/\+datum=NAD27\b/i, '+ellps=clrk66')
      .trim();
    const subject = grids ?? 'NAD27';
    if (parameter(proj, 'towgs84') !== undefined)
      return {
        proj: withoutGrid,
        note: { reason: 'grid-not-available', subject, used: '+towgs84', uncertaintyMetres: 10 },
      };
    const mean = MEAN_SHIFTS[ellipsoid.toLowerCase()];
    if (mean) {
      const used = `+towgs84=${mean.towgs84}`;
      const { uncertaintyMetres } = mean;
      return {
        proj: `${withoutGrid} ${used}`,
        note: { reason: 'grid-not-available', subject, used, uncertaintyMetres },
      };
    }
    return {
      proj: withoutGrid,
      note: { reason: 'no-shift-known', subject, used: '', uncertaintyMetres: UNSHIFTED_METRES },
    };
  }
  const unshifted =
    parameter(proj, 'towgs84') === undefined &&
    parameter(proj, 'datum') === undefined &&
    grids === undefined &&
    ellipsoid !== '' &&
    !MODERN_ELLIPSOIDS.has(ellipsoid.toLowerCase());
  return {
    proj,
    note: unshifted
      ? { reason: 'no-shift-known', subject: ellipsoid, used: '', uncertaintyMetres: UNSHIFTED_METRES }
      : null,
  };
}
