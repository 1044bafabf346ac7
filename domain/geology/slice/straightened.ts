/** Metres a point may lie off the straight between its neighbours and still be left out; what cuts are rounded to anyway. */
const OFF = 1e-6;

/** A ring without the points that lie on straight stretches of it: a plane through a flat wall leaves one at every triangle. */
export const straightened = (ring: Float64Array): Float64Array => {
  const count = ring.length / 2;
  const kept: number[] = [];
  let [ps, pt] = [ring[ring.length - 2]!, ring[ring.length - 1]!];
  for (let i = 0; i < count; i++) {
    const [s, t] = [ring[i * 2]!, ring[i * 2 + 1]!];
    const next = ((i + 1) % count) * 2;
    const [us, ut] = [ring[next]! - ps, ring[next + 1]! - pt];
    const off = (s - ps) * ut - (t - pt) * us;
    // A point that turns back is a corner though all three lie on one line.
    const ahead =
      (s - ps) * us + (t - pt) * ut >= 0 && (ring[next]! - s) * us + (ring[next + 1]! - t) * ut >= 0;
    if (ahead && Math.abs(off) <= OFF * Math.hypot(us, ut)) continue;
    kept.push(s, t);
    [ps, pt] = [s, t];
  }
  return kept.length >= 6 ? Float64Array.from(kept) : ring;
};
