import type { Plan, Vec3 } from '../place.ts';

/** A simple shape underground, plan metres and heights. */
export type FeatureKind = 'working' | 'goaf' | 'aquifer' | 'fault' | 'closed-shaft' | 'orebody';
export type Method = 'geophysics' | 'drilling' | 'geochemistry' | 'survey' | 'document';

export interface DrawnFeature {
  readonly id: string;
  readonly mine: string;
  readonly kind: FeatureKind;
  readonly zh: string;
  readonly en: string;
  readonly shape:
    | { readonly ring: readonly Plan[]; readonly bottom: number; readonly top: number }
    | { readonly line: readonly Vec3[]; readonly radius: number }
    | {
        readonly trace: readonly Plan[];
        readonly dip: number | null;
        readonly dipDirection: number | null;
        readonly bottom: number;
        readonly top: number;
      };
  readonly method: Method | null;
  readonly plusMinus?: number;
  readonly holdsWater?: boolean | null;
  readonly waterLevel?: number;
  readonly conductive?: boolean | null;
  readonly partOf?: string;
  readonly from?: string;
  readonly to?: string;
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;
export const along = ([x, y]: Plan, turn: number, distance: number): Plan => [
  tenth(x + Math.cos(turn) * distance),
  tenth(y + Math.sin(turn) * distance),
];
export const ellipse = (at: Plan, turn: number, long: number, wide: number): Plan[] =>
  Array.from({ length: 14 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 14;
    const [u, v] = [long * Math.cos(angle), wide * Math.sin(angle)];
    return [
      tenth(at[0] + u * Math.cos(turn) - v * Math.sin(turn)),
      tenth(at[1] + u * Math.sin(turn) + v * Math.cos(turn)),
    ];
  });
