import type { MINE_GRADES, RISK_LEVELS, WARNING_LEVELS } from '../../domain/contracts/county.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { PARK_GRADES } from '../../domain/contracts/site-kind-ids.ts';

/**
 * Colours of the county's map. Static risk and present warnings share the names of their colours by law and are different things:
 * they never stand in one legend. Grades of mines are shades of ink, the worse the stronger, so that no grade is taken for a risk.
 * Grades of chemical parks run the other way and have browns. A colour is never the only sign: letters, shapes and ticks stand
 * beside it.
 */
type Grade = (typeof MINE_GRADES)[number];
type Risk = (typeof RISK_LEVELS)[number];
type Warning = (typeof WARNING_LEVELS)[number];

export interface CountyColours {
  readonly ground: string;
  readonly outside: string;
  readonly hillLight: string;
  readonly hillShade: string;
  readonly water: string;
  readonly waterLine: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly border: string;
  readonly contour: string;
  readonly text: string;
  readonly quietText: string;
  readonly waterText: string;
  readonly halo: string;
  readonly sign: string;
  readonly signLine: string;
  readonly unknown: string;
  readonly picked: string;
  /** Ground that goafs may pull down. */
  readonly zone: string;
  readonly grade: Readonly<Record<Grade, string>>;
  readonly risk: Readonly<Record<Risk, string>>;
  readonly warning: Readonly<Record<Warning, string>>;
  readonly kind: Readonly<Record<NeighbourKind, string>>;
  readonly site: string;
}

const RISK = { major: '#d6293a', larger: '#e8762b', general: '#d9b310', low: '#2f7fd1' } as const;
const WARNING = { red: '#e5132b', orange: '#ff7a00', yellow: '#f2c500', blue: '#1473ff' } as const;

export const COUNTY_COLOURS: Readonly<Record<'light' | 'dark', CountyColours>> = {
  light: {
    ground: '#f1efe9',
    outside: '#dfe3e4',
    hillLight: '#ffffff',
    hillShade: '#6d6a5c',
    water: '#bcd5e4',
    waterLine: '#7ba7c4',
    road: '#ffffff',
    roadEdge: '#c3b9a6',
    border: '#8a8494',
    contour: '#b8ab93',
    text: '#242a30',
    quietText: '#5c6670',
    waterText: '#3d6c8c',
    halo: '#fbfaf7',
    sign: '#ffffff',
    signLine: '#30363c',
    unknown: '#8c949b',
    picked: '#0b746d',
    zone: '#5b3fb0',
    grade: { A: '#e3e7ea', B: '#a9b2ba', C: '#5b6670', D: '#11161b' },
    risk: RISK,
    warning: WARNING,
    kind: {
      right: '#0b746d',
      working: '#5b6770',
      goaf: '#7a4a2a',
      aquifer: '#2d83b8',
      fault: '#a3226e',
      'closed-shaft': '#4a3b52',
      orebody: '#9a7400',
    },
    site: '#4d5b52',
  },
  dark: {
    ground: '#262d32',
    outside: '#191e22',
    hillLight: '#6a767e',
    hillShade: '#0a0d0f',
    water: '#1d3a4d',
    waterLine: '#2f617f',
    road: '#59626a',
    roadEdge: '#171c20',
    border: '#86809a',
    contour: '#3d444a',
    text: '#e6ebef',
    quietText: '#a8b4be',
    waterText: '#7fb4d6',
    halo: '#14181c',
    sign: '#171c20',
    signLine: '#dfe5ea',
    unknown: '#8b949c',
    picked: '#4cc2b8',
    zone: '#b39bff',
    grade: { A: '#3a444d', B: '#6b7781', C: '#aab5be', D: '#ffffff' },
    risk: { major: '#f0505f', larger: '#f08a45', general: '#e3c23a', low: '#5aa2ea' },
    warning: { red: '#ff3b4e', orange: '#ff8f26', yellow: '#ffd52e', blue: '#4593ff' },
    kind: {
      right: '#4cc2b8',
      working: '#aeb9c2',
      goaf: '#c98d62',
      aquifer: '#5db3e6',
      fault: '#e070b4',
      'closed-shaft': '#b9a6c4',
      orebody: '#d9b43c',
    },
    site: '#b4c4b8',
  },
};

/** Grades of chemical parks: A is the greatest danger. Browns, and said in their own legend. */
export const PARK_GRADE_COLOURS: Readonly<Record<(typeof PARK_GRADES)[number], string>> = {
  A: '#5c2d0c',
  B: '#8f5428',
  C: '#bd8757',
  D: '#e2c4a3',
};

/** Black or white, whichever is read better on a colour `#rrggbb`. WCAG relative luminance. */
export const textOn = (colour: string): '#000000' | '#ffffff' => {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.179 ? '#000000' : '#ffffff';
};
