/** Names of the plan's drawings; those of an area carry the id of its object. */
export const COUNTY_FIGURE = 'county-map';

export const AREA_FIGURES = {
  map: (area: string): string => `${area}:map`,
  elevation: (area: string): string => `${area}:elevation`,
  /** Of an area of complex hydrogeology, or a closed mine. */
  water: (object: string): string => `${object}:water`,
} as const;
