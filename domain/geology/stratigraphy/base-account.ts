import type { FamilyData } from './base-data.ts';
import type { SurfaceFit } from './surface-fit.ts';

/** What is to be told of a unit's base besides the surface. */
export interface BaseAccount {
  /** Logged bases. */
  readonly contacts: number;
  /** The fit that most values went into; null where no surface was made. */
  readonly fit: SurfaceFit | null;
  /** Of all families together; null where no hole could be left out. */
  readonly crossValidation: {
    readonly holes: number;
    readonly contacts: number;
    readonly meanError: number;
    readonly rmse: number;
    readonly inside95: number;
  } | null;
  /** Model − logged at the contacts, metres; null without contacts inside the model. */
  readonly residual: { readonly rms: number; readonly largest: number } | null;
}

export const baseAccount = (
  contacts: number,
  fits: readonly { readonly fit: SurfaceFit; readonly family: FamilyData }[],
  residuals: readonly number[],
): BaseAccount => {
  const largest = fits.toSorted((a, b) => b.family.data.x.length - a.family.data.x.length)[0];
  const left = fits.flatMap(({ fit }) => fit.crossValidation ?? []);
  const estimated = left.reduce((sum, one) => sum + one.estimated, 0);
  const share = (of: (one: (typeof left)[number]) => number) =>
    left.reduce((sum, one) => sum + one.estimated * of(one), 0) / estimated;
  const inside = residuals.filter((value) => !Number.isNaN(value));
  return {
    contacts,
    fit: largest?.fit ?? null,
    crossValidation:
      estimated > 0
        ? {
            holes: left.reduce((sum, one) => sum + one.groups, 0),
            contacts: estimated,
            meanError: share(({ meanError }) => meanError),
            rmse: Math.sqrt(share(({ rmse }) => rmse ** 2)),
            inside95: share(({ inside95 }) => inside95),
          }
        : null,
    residual:
      inside.length > 0
        ? {
            rms: Math.sqrt(inside.reduce((sum, value) => sum + value * value, 0) / inside.length),
            largest: inside.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
          }
        : null,
  };
};
