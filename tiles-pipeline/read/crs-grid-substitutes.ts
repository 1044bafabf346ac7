/** A mean shift standing in for a grid file that proj4 does not carry, with its accuracy as EPSG states it. */
export interface GridSubstitute {
  /** Position vector, as +towgs84 wants it. */
  readonly towgs84: string;
  readonly accuracyMetres: number;
}

/** By grid file name, EPSG operation in the comment; NAD27 goes by area instead. */
const BY_GRID: Readonly<Record<string, GridSubstitute>> = {
  // EPSG:1314, England, Wales, Scotland; EPSG says 2 m, Ordnance Survey up to 5 m.
  'OSTN15_NTv2_OSGBtoETRS.gsb': {
    towgs84: '446.448,-125.157,542.06,0.15,0.247,0.842,-20.489',
    accuracyMetres: 5,
  },
  // EPSG:1777, former West Germany.
  'BETA2007.gsb': { towgs84: '598.1,73.7,418.2,0.202,0.045,-2.455,6.7', accuracyMetres: 3 },
  // EPSG:1669, signs turned from coordinate frame.
  'National 84 (02.07.01).gsb': {
    towgs84: '-117.763,-51.51,139.061,0.292,0.443,0.277,-0.191',
    accuracyMetres: 3,
  },
  // EPSG:1564, signs turned from coordinate frame.
  'nzgd2kgrid0005.gsb': { towgs84: '59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993', accuracyMetres: 4 },
  // EPSG:6192.
  'CA7072_003.gsb': { towgs84: '-205.57,168.77,-4.12', accuracyMetres: 5 },
};

const NAD27_GRIDS = new Set(['NTv2_0.gsb', 'CQ77NA83.GSB', 'May76v20.gsb']);

/** The substitute for a grid, null where none is known. `area` is EPSG's description of the area of use. */
export const gridSubstitute = (grid: string, area: string): GridSubstitute | null => {
  if (!NAD27_GRIDS.has(grid)) return BY_GRID[grid] ?? null;
  // EPSG:1172, 1176, 1187 and 1173.
  if (area.includes('Canada')) return { towgs84: '-10,158,187', accuracyMetres: 20 };
  if (area.includes('Alaska')) return { towgs84: '-5,135,172', accuracyMetres: 12 };
  if (area.includes('Mexico')) return { towgs84: '-12,130,190', accuracyMetres: 12 };
  return { towgs84: '-8,160,176', accuracyMetres: 10 };
};
