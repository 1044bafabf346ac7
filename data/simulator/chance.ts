/** Chance that needs no memory: the same keys give the same number, so any second can be asked for alone. */

/** 32-bit mix of whole numbers (the finaliser of MurmurHash3, A. Appleby, public domain). */
export const mix = (...keys: readonly number[]): number => {
  let h = 0x9e3779b9;
  for (const key of keys) {
    // Times in ms need more than 32 bits.
    for (const part of [key | 0, Math.floor(key / 4_294_967_296) | 0]) {
      h = Math.imul(h ^ part, 0x85ebca6b);
      h ^= h >>> 13;
      h = Math.imul(h, 0xc2b2ae35);
      h ^= h >>> 16;
    }
  }
  return h >>> 0;
};

/** Whole number for a text (FNV-1a). */
export const textKey = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** Uniform in [0, 1). */
export const uniform = (...keys: readonly number[]): number => mix(...keys) / 4_294_967_296;

/** Standard normal (Box and Muller 1958); never more than 6.7 from 0. */
export const normal = (...keys: readonly number[]): number => {
  const u = (mix(...keys, 1) + 1) / 4_294_967_297;
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform(...keys, 2));
};

/** Smooth noise with one independent normal number every `step`, linear between them; variance 2/3 to 1. */
export const wander = (x: number, step: number, ...keys: readonly number[]): number => {
  const at = x / step;
  const from = Math.floor(at);
  const share = at - from;
  return normal(...keys, from) * (1 - share) + normal(...keys, from + 1) * share;
};
