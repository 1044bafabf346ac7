/** Degrees of longitude a zone of the 3° belts is wide. */
const ZONE = 3;

/**
 * CGCS2000 / 3-degree Gauss-Krüger of the zone a place lies in, easting with the zone's number before it. The ellipsoid is that of
 * GRS 80; CGCS2000 and WGS 84 are taken as one (ADR 0001). Source of zones and false easting: GB/T 17798, EPSG 4513–4533.
 */
export const gaussKruegerOf = (longitude: number): { readonly zone: number; readonly proj: string } => {
  const zone = Math.round(longitude / ZONE);
  return {
    zone,
    proj: `+proj=tmerc +lat_0=0 +lon_0=${zone * ZONE} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  };
};
