/** Kinds of other places of risk, in the order they are listed. */
export const SITE_KIND_IDS = [
  'tailings-pond',
  'waste-dump',
  'chemical-park',
  'dust',
  'ammonia',
  'metal-melting',
  'confined-space',
  'hazardous-store',
] as const;
export type SiteKind = (typeof SITE_KIND_IDS)[number];

/** Grade of a chemical park: A is the most dangerous, D the least. Its own list: letters of mines mean the opposite. */
export const PARK_GRADES = ['A', 'B', 'C', 'D'] as const;
