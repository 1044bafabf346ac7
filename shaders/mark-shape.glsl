/*
 * Outline of a mark: round for a person, square for a vehicle, standing on its corner for a device, so that the kinds
 * differ without their colours.
 *
 * Inputs
 *   at        CSS pixels from the mark's centre
 *   radius    CSS pixels
 *   kind      no unit: 0 person, 1 vehicle, 2 device
 * Output: CSS pixels from the outline, negative within.
 */
float markShape(vec2 at, float radius, float kind) {
  if (kind < 0.5) return length(at) - radius;
  vec2 far = abs(at);
  if (kind > 1.5) return (far.x + far.y - 1.3 * radius) * 0.7071;
  vec2 over = far - radius * vec2(0.68, 0.56);
  return length(max(over, 0.0)) + min(max(over.x, over.y), 0.0) - 0.28 * radius;
}
