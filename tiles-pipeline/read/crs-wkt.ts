import proj4 from 'proj4';

/** EPSG code of a geographic system by its datum, as Esri and OGC spell it in .prj files. */
const GEOGRAPHIC_BY_DATUM: Readonly<Record<string, number>> = {
  WGS_1984: 4326,
  China_2000: 4490,
  GDA_1994: 4283,
  GDA94: 4283,
  Geocentric_Datum_of_Australia_1994: 4283,
  GDA2020: 7844,
  ETRS_1989: 4258,
  North_American_1983: 4269,
  North_American_1927: 4267,
  Beijing_1954: 4214,
  Xian_1980: 4610,
};

/** The EPSG code a WKT declares for itself: the last authority of the root, so of the whole and not of its datum. */
const declaredCode = (wkt: string): number | null => {
  const match =
    /(?:AUTHORITY\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]|ID\[\s*"EPSG"\s*,\s*(\d+)\s*\])\s*\]\s*$/iu.exec(wkt);
  const code = match?.[1] ?? match?.[2];
  return code === undefined ? null : Number(code);
};

const isLike = (value: number, other: number): boolean => Math.abs(value - other) < 1e-4;

const ellipsoidOf = (a: number, rf: number): string => {
  if (isLike(a, 6378137) && Math.abs(rf - 298.257223563) < 1e-7) return '+ellps=WGS84';
  if (isLike(a, 6378137) && Math.abs(rf - 298.257222101) < 1e-7) return '+ellps=GRS80';
  if (isLike(a, 6378245) && isLike(rf, 298.3)) return '+ellps=krass';
  return `+a=${a} +rf=${rf}`;
};

interface ParsedProjection {
  readonly projName?: unknown;
  readonly name?: unknown;
  readonly to_meter?: unknown;
  readonly rf?: unknown;
}

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

const degrees = (radians: unknown): number | null => {
  const value = number(radians);
  // Through radians and back, 117 would read 116.99999999999999.
  return value === null ? null : Number(((value * 180) / Math.PI).toFixed(12));
};

/**
 * A WKT definition (the text of a .prj) as an EPSG code where it names one or its datum alone decides, otherwise as
 * a proj string for transverse Mercator and Lambert conic; null where it is neither.
 */
export const crsFromWkt = (wkt: string): { epsg: number } | { proj: string; name: string } | null => {
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/u.exec(wkt)?.[1] ?? '';
  const code = declaredCode(wkt);
  if (code !== null) return { epsg: code };
  if (/^\s*(?:GEOGCS|GEOGCRS)\b/iu.test(wkt)) {
    const datum = (/DATUM\s*\[\s*"([^"]*)"/iu.exec(wkt)?.[1] ?? '').replace(/^D_/u, '').replace(/\s/gu, '_');
    const epsg = GEOGRAPHIC_BY_DATUM[datum];
    return epsg === undefined ? null : { epsg };
  }
  try {
    const parsed = new proj4.Proj(wkt);
    const extra: ParsedProjection & Record<string, unknown> = Object.fromEntries(Object.entries(parsed));
    const projection = /PROJECTION\s*\[\s*"([^"]*)"/iu.exec(wkt)?.[1] ?? '';
    const proj = /gauss_kruger|transverse_mercator/iu.test(projection)
      ? 'tmerc'
      : /lambert_conformal_conic/iu.test(projection)
        ? 'lcc'
        : null;
    const rf = number(extra.rf) ?? number(1 / (1 - parsed.b / parsed.a));
    if (proj === null || rf === null) return null;
    const factor = number(extra.to_meter) ?? 1;
    const parts: (string | null)[] = [
      `+proj=${proj}`,
      ...(
        [
          ['lat_0', degrees(extra.lat0)],
          ['lon_0', degrees(extra.long0)],
          ['lat_1', proj === 'lcc' ? degrees(extra.lat1) : null],
          ['lat_2', proj === 'lcc' ? degrees(extra.lat2) : null],
          ['k', number(extra.k0)],
          ['x_0', number(extra.x0)],
          ['y_0', number(extra.y0)],
        ] as const
      ).map(([key, value]) => (value === null ? null : `+${key}=${value}`)),
      ellipsoidOf(parsed.a, rf),
      factor === 1 ? '+units=m' : `+to_meter=${factor}`,
      '+no_defs',
    ];
    return { proj: parts.filter((part) => part !== null).join(' '), name };
  } catch {
    return null;
  }
};
