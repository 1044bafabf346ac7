/** Smoothed movement below this is noise, however good the positions are. Metres. */
export const MOVED_METRES = 1;
/**
 * A smoothed position must differ from where it stood by so many of its standard errors to have moved. Both ends of the
 * difference are noisy, in plan: chance alone is beyond it in exp(−7²/4) = 5 in a million independent looks.
 */
const MOVED_ERRORS = 7;
/** Time constant of the smoothing before movement is judged. Seconds. */
const SMOOTH_SECONDS = 10;
/** Where movement less than this cannot be told from noise, positions do not say whether somebody is still. Metres. */
const ROUGH_METRES = 20;
/** Time constant of the noise that is measured; steps longer than the gap are no noise. Seconds. */
const NOISE_SECONDS = 60;
const GAP_SECONDS = 15;
const MEAN_SECOND_DIFFERENCE = Math.sqrt(6) * Math.sqrt(Math.PI / 2);
const JUMP = 4;

/** What a tag's message says of itself besides its place; NaN where it does not say. By row of the picture. */
export interface ToldOfTags {
  /** One standard deviation, metres. */
  readonly accuracy: Float32Array;
  /** Seconds without motion, by the tag itself. */
  readonly still: Float32Array;
}

/** Since when somebody has not moved, and what that is told by. Times in ms, places in ENU metres. */
export interface Stillness {
  /** By positions or by the tag itself, whichever says longer. */
  stillSince: number;
  /** false: has not been seen to move yet; stillSince is "at the latest". */
  stillKnown: boolean;
  /** Positions are too rough to say, and the tag does not. */
  isRough: boolean;
  restSince: number;
  restKnown: boolean;
  smoothX: number;
  smoothY: number;
  smoothZ: number;
  anchorX: number;
  anchorY: number;
  anchorZ: number;
  rawX: number;
  rawY: number;
  rawZ: number;
  /** The last step in plan; NaN before there are two positions. */
  stepX: number;
  stepY: number;
  /** Of one position in one axis, metres, measured by how its steps differ; NaN: not measured yet. */
  noise: number;
  /** Of the smoothed position in one axis, m²; NaN: not known yet. */
  variance: number;
}

export const newStillness = (x: number, y: number, z: number, at: number): Stillness => ({
  stillSince: at,
  stillKnown: false,
  isRough: false,
  restSince: at,
  restKnown: false,
  smoothX: x,
  smoothY: y,
  smoothZ: z,
  anchorX: x,
  anchorY: y,
  anchorZ: z,
  rawX: x,
  rawY: y,
  rawZ: z,
  stepX: Number.NaN,
  stepY: Number.NaN,
  noise: Number.NaN,
  variance: Number.NaN,
});

/**
 * Noise of the positions from second differences, which a steady walk does not enter: of three positions with noise σ an
 * axis, x₀ − 2x₁ + x₂ has √6·σ, and its length in plan is √(π/2) times that on average (Rayleigh). Lengths, not squares, and
 * none counted for more than JUMP times what is known: one jump to another reader is no noise.
 */
const measureNoise = (s: Stillness, x: number, y: number, seconds: number): void => {
  const stepX = x - s.rawX;
  const stepY = y - s.rawY;
  if (!(seconds > 0 && seconds <= GAP_SECONDS)) {
    s.stepX = Number.NaN;
    s.stepY = Number.NaN;
    return;
  }
  const ddx = stepX - s.stepX;
  const ddy = stepY - s.stepY;
  s.stepX = stepX;
  s.stepY = stepY;
  const now = Math.sqrt(ddx * ddx + ddy * ddy) / MEAN_SECOND_DIFFERENCE;
  if (Number.isNaN(now)) return;
  if (Number.isNaN(s.noise)) {
    s.noise = now;
    return;
  }
  const most = JUMP * Math.max(s.noise, MOVED_METRES);
  s.noise += (Math.min(now, most) - s.noise) * (1 - Math.exp(-seconds / NOISE_SECONDS));
};

/**
 * Takes the next position. @param seconds since the one before @param accuracy, still as ToldOfTags, NaN where not told
 */
export const stepStillness = (
  s: Stillness,
  x: number,
  y: number,
  z: number,
  at: number,
  seconds: number,
  accuracy: number,
  still: number,
): void => {
  measureNoise(s, x, y, seconds);
  s.rawX = x;
  s.rawY = y;
  s.rawZ = z;
  const share = 1 - Math.exp(-seconds / SMOOTH_SECONDS);
  s.smoothX += (x - s.smoothX) * share;
  s.smoothY += (y - s.smoothY) * share;
  s.smoothZ += (z - s.smoothZ) * share;
  const sigma = Number.isNaN(accuracy) ? (Number.isNaN(s.noise) ? 0 : s.noise) : accuracy;
  const noise = sigma * sigma;
  s.variance = Number.isNaN(s.variance) ? noise : s.variance * (1 - share) ** 2 + noise * share * share;
  const bound = Math.max(MOVED_METRES, MOVED_ERRORS * Math.sqrt(s.variance));
  const dx = s.smoothX - s.anchorX;
  const dy = s.smoothY - s.anchorY;
  const dz = s.smoothZ - s.anchorZ;
  // First positions are not smooth yet, and after a move the smoothing lags behind: where one has come to stand is
  // known only some time later. Until then noise must not count as another move.
  const isSettling = at - s.restSince < 2 * SMOOTH_SECONDS * 1000;
  if (isSettling || dx * dx + dy * dy + dz * dz > bound * bound) {
    s.anchorX = s.smoothX;
    s.anchorY = s.smoothY;
    s.anchorZ = s.smoothZ;
    if (!isSettling) {
      s.restSince = at;
      s.restKnown = true;
    }
  }
  const isTold = !Number.isNaN(still);
  s.isRough = !isTold && bound > ROUGH_METRES;
  s.stillSince = isTold ? Math.min(s.restSince, at - still * 1000) : s.restSince;
  s.stillKnown = s.restKnown || isTold;
};
