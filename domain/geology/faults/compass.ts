const ENGLISH: Readonly<Record<string, number>> = { N: 0, E: 90, S: 180, W: 270 };
const CHINESE: Readonly<Record<string, string>> = { 北: 'N', 东: 'E', 南: 'S', 西: 'W' };

/**
 * A direction as surveys write it, in degrees from north, 0 ≤ direction < 360: degrees ("125", "125°"), a point of the compass ("NE",
 * "SSW", 北东, 东北, 南南西) or a quadrant ("N35°E", "北35°东"). A bearing of up to one turn too many ("385") is taken back by it.
 * @returns null where it is none of these
 */
export const compassDegrees = (written: string | number): number | null => {
  const text = String(written)
    .trim()
    .toUpperCase()
    .replace(/[东南西北]/g, (word) => CHINESE[word]!)
    .replace(/[\s°度向]/g, '');
  if (/^\d+(\.\d+)?$/.test(text)) {
    const degrees = Number(text);
    return degrees < 720 ? degrees % 360 : null;
  }
  const quadrant = /^([NS])(\d+(?:\.\d+)?)([EW])$/.exec(text);
  if (quadrant) {
    const [, from, degrees, to] = quadrant;
    const angle = Number(degrees);
    if (angle > 90) return null;
    const east = to === 'E';
    return from === 'N' ? (east ? angle : (360 - angle) % 360) : east ? 180 - angle : 180 + angle;
  }
  return /^[NESW]{1,3}$/.test(text) ? pointOf(text) : null;
};

/** N, NE (or EN), NNE: letters of one and the same quarter, halved towards the one written twice. */
const pointOf = (text: string): number | null => {
  const angles = [...text].map((letter) => ENGLISH[letter]!);
  const distinct = [...new Set(angles)];
  if (distinct.length === 1) return text.length === 1 ? angles[0]! : null;
  if (distinct.length > 2) return null;
  const [a, b] = distinct as [number, number];
  if (Math.abs(((a - b + 540) % 360) - 180) !== 90) return null;
  // Past north, west comes before it.
  const turned = angles.map((angle) => (distinct.includes(270) && angle === 0 ? 360 : angle));
  const middle = [...new Set(turned)].reduce((sum, angle) => sum + angle, 0) / 2;
  if (text.length === 2) return middle % 360;
  const twice = turned.find((angle, i) => turned.indexOf(angle) !== i)!;
  return ((middle + twice) / 2) % 360;
};
