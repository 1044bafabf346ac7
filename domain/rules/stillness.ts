/** Smoothed movement below this is noise, however good the positions are. Metres. */
export const MOVED_METRES = 1;
/**
 * A smoothed position must differ from where it stood by so many of its standard errors to have moved. Both ends of the
 * difference are noisy, in plan: chance alone is beyond it in exp(−7²/4) = 5 in a million independent looks.
 */
const MOVED_ERRORS = 7;
/** Who stays so near the mean place of the last minutes may be lying still by errors that drift. Metres. */
const LOCAL_METRES = 40;
const LOCAL_SECONDS = 300;
/** So long a rest that was seen speaks for the positions of a tag. ms. */
const PROVEN_MS = 3_600_000;
/** Time constant of the smoothing before movement is judged. Seconds. */
const SMOOTH_SECONDS = 10;
/** Where movement less than this cannot be told from noise, positions do not say whether somebody is still. Metres. */
const ROUGH_METRES = 20;
/** Time constant of the noise that is measured; steps longer than the gap are no noise. Seconds. */
const NOISE_SECONDS = 60;
const GAP_SECONDS = 60;
const RAYLEIGH_MEAN = Math.sqrt(Math.PI / 2);
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
  /** The tag says itself since when it has not moved. */
  isTold: boolean;
  /** The noise of the positions is neither told nor measured: they say nothing of moving. */
  isBlind: boolean;
  /** Positions are too rough to show that somebody rests, or blind, and the tag does not say. */
  isRough: boolean;
  /** The longest rest seen within the last hour, ms, and when. */
  longestRest: number;
  longestAt: number;
  /** When last farther than LOCAL_METRES from the mean place of the last minutes, and that place in plan. */
  farAt: number;
  slowX: number;
  slowY: number;
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
  stepSeconds: number;
  /** Of one position in one axis, metres, measured by how its steps differ; NaN: not measured yet. */
  noise: number;
  /** Of the smoothed position in one axis, m²; NaN: not known yet. */
  variance: number;
}

export const newStillness = (x: number, y: number, z: number, at: number): Stillness => ({
  stillSince: at,
  stillKnown: false,
  isTold: false,
  isBlind: true,
  isRough: true,
  longestRest: 0,
  longestAt: at,
  farAt: at,
  slowX: x,
  slowY: y,
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
  stepSeconds: Number.NaN,
  noise: Number.NaN,
  variance: Number.NaN,
});

/**
 * Noise of the positions from second differences, which a steady walk does not enter: of three positions with noise σ an
 * axis whose gaps are as 1 to r, (x₂ − x₁) − r·(x₁ − x₀) has √(1 + (1 + r)² + r²)·σ, and its length in plan is √(π/2) times
 * that on average (Rayleigh). Lengths, not squares, and
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
  const ratio = seconds / s.stepSeconds;
  const ddx = stepX - ratio * s.stepX;
  const ddy = stepY - ratio * s.stepY;
  s.stepX = stepX;
  s.stepY = stepY;
  s.stepSeconds = seconds;
  const errors = Math.sqrt(1 + (1 + ratio) * (1 + ratio) + ratio * ratio);
  const now = Math.sqrt(ddx * ddx + ddy * ddy) / (errors * RAYLEIGH_MEAN);
  if (Number.isNaN(now)) return;
  if (Number.isNaN(s.noise)) {
    s.noise = now;
    return;
  }
  const most = JUMP * Math.max(s.noise, MOVED_METRES);
  s.noise += (Math.min(now, most) - s.noise) * (1 - Math.exp(-seconds / NOISE_SECONDS));
};

/**
 * How alike errors that follow one another are, 0…1: where the tag tells σ and its steps differ by less than that makes,
 * they drift together. For an AR(1) error second differences have σ²·2(1 − ρ)(3 − ρ); with r the noise they show by σ
 * that is ρ = 2 − √(1 + 3r²). Nothing measured yet: as alike as can be.
 */
const alikeness = (noise: number, accuracy: number): number => {
  if (Number.isNaN(noise) || !(accuracy > 0)) return 1;
  const shown = Math.min(1, noise / accuracy);
  return 2 - Math.sqrt(1 + 3 * shown * shown);
};

/**
 * Whether nothing says if somebody has not moved for `limit` ms. A move beyond the noise is one however rough the positions
 * are. Who has been about one place for that long and was never seen to rest as long either works there or lies still with
 * errors that drift: which of the two, positions do not say.
 */
export const cannotTellStill = (s: Stillness, time: number, limit: number): boolean => {
  if (s.isTold) return false;
  if (s.isBlind || (time - s.farAt > limit && s.longestRest < limit)) return true;
  return s.isRough && !(s.restKnown && time - s.restSince <= limit);
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
  const slow = 1 - Math.exp(-seconds / LOCAL_SECONDS);
  s.slowX += (x - s.slowX) * slow;
  s.slowY += (y - s.slowY) * slow;
  const farX = s.smoothX - s.slowX;
  const farY = s.smoothY - s.slowY;
  if (farX * farX + farY * farY > LOCAL_METRES * LOCAL_METRES) s.farAt = at;
  const hasAccuracy = !Number.isNaN(accuracy);
  s.isBlind = !hasAccuracy && Number.isNaN(s.noise);
  const sigma = hasAccuracy ? accuracy : s.isBlind ? 0 : s.noise;
  const noise = sigma * sigma;
  if (Number.isNaN(s.variance)) s.variance = noise;
  else {
    // Each new error holds a part of those before it, so the mean of many is no better than they allow.
    const kept = (1 - share) * (hasAccuracy ? alikeness(s.noise, accuracy) : 0);
    const added = share === 0 ? 0 : (noise * share * share * (1 + kept)) / (1 - kept);
    const smoothed = s.variance * (1 - share) ** 2 + added;
    s.variance = hasAccuracy ? Math.min(noise, smoothed) : smoothed;
  }
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
  const rest = at - s.restSince;
  if (rest >= s.longestRest || at - s.longestAt > PROVEN_MS) {
    s.longestRest = rest;
    s.longestAt = at;
  }
  const isTold = !Number.isNaN(still);
  s.isTold = isTold;
  s.isRough = !isTold && (s.isBlind || bound > ROUGH_METRES);
  s.stillSince = isTold ? Math.min(s.restSince, at - still * 1000) : s.restSince;
  s.stillKnown = s.restKnown || isTold;
};
