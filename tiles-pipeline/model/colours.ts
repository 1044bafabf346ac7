/** Linear 0…1 RGBA, as FeatureMesh wants it. */
export type LinearColour = readonly [number, number, number, number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** "#rrggbb" (sRGB, IEC 61966-2-1) to linear RGBA. */
export const linearColour = (hex: string, alpha = 1): LinearColour => {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number): number => toLinear(((value >> shift) & 255) / 255);
  return [channel(16), channel(8), channel(0), alpha];
};

const GOLDEN_ANGLE_DEGREES = 137.50776405;

/** Hue 0…360, saturation and lightness 0…1 to "#rrggbb" (CSS Color 4, §7.1). */
const hslToHex = (hue: number, saturation: number, lightness: number): string => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
};

/**
 * The n-th of a series of muted colours: hues step by the golden angle so that neighbours differ most, and the
 * low saturation tells them from colours that were chosen for a rock.
 */
export const mutedColour = (index: number): string =>
  hslToHex((index * GOLDEN_ANGLE_DEGREES + 20) % 360, 0.3, [0.52, 0.66, 0.4][index % 3]!);
