import type { Brand } from './brand.ts';

/** A length or coordinate in metres. */
export type Metres = Brand<number, 'm'>;
/** An angle in degrees. Azimuths run clockwise from grid north; dips are negative downward. */
export type Degrees = Brand<number, 'deg'>;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, 'epoch ms'>;

export const metres = (value: number): Metres => value as Metres;
export const degrees = (value: number): Degrees => value as Degrees;

/** The length units a survey may be written in. */
export type LengthUnit = 'metre' | 'foot' | 'us-survey-foot';

/** Metres per unit: international foot exactly 0.3048 m; US survey foot exactly 1200/3937 m (NIST SP 811). */
export const METRES_PER_UNIT: Readonly<Record<LengthUnit, number>> = {
  metre: 1,
  foot: 0.3048,
  'us-survey-foot': 1200 / 3937,
};

/** Converts a length written in `unit` to metres. */
export const toMetres = (value: number, unit: LengthUnit): Metres => metres(value * METRES_PER_UNIT[unit]);
