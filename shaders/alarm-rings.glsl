/*
 * What calls for attention around a mark: a diamond for an alarm, two circles for a person's call for help. They swell
 * and fade where motion is welcome, and stand still where it is not.
 *
 * Inputs
 *   at        CSS pixels from the mark's centre
 *   radius    CSS pixels
 *   help      no unit: 1 a call for help, 0 an alarm
 *   beat      0…1, no unit: moment of the pulse; negative: standing still
 * Output: CSS pixels: distance from the middle of the nearest ring's line.
 */
float alarmRings(vec2 at, float radius, float help, float beat) {
  float swell = beat < 0.0 ? 0.6 : beat;
  vec2 far = abs(at);
  float diamond = abs((far.x + far.y) * 0.7071 - radius * (1.35 + 0.5 * swell));
  float away = length(at);
  float circles = min(abs(away - radius * 1.45), abs(away - radius * (1.6 + 0.85 * swell)));
  return help > 0.5 ? circles : diamond;
}
