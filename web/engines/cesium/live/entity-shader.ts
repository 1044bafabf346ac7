import { ENTITY_STATE } from '../../../../domain/contracts/live/entity.ts';
import markRadius from '../../../../shaders/mark-radius.glsl?raw';
import mixedPosition from '../../../../shaders/mixed-position.glsl?raw';
import sliceAway from '../../../../shaders/slice-away.glsl?raw';
import { MARK_KIND } from './entity-rows.ts';
import { FIGURE_FROM, FIGURE_WHOLE, KIND_SIZE, LEAP_METRES, TRUE_HEIGHT } from './mark-size.ts';

/** Texels in a line of the data textures. A power of two, at least WebGL 2's guaranteed size. */
export const TEXTURE_LINE = 1024;

const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/**
 * Marks are drawn in two programs: `plain` the many that are small and call for nothing, `rich` all others. Each hides
 * what is the other's. Two programs and not one that branches: where there is no graphics card a branch not taken costs as
 * much as one that is.
 */
export type MarkPart = 'plain' | 'rich';

const list = (values: readonly number[]): string => `float[3](${values.map(float).join(', ')})`;

/** Shared by all shaders of marks. */
export const markConstants = (part: MarkPart): string => `
#define PLAIN ${part === 'plain' ? 1 : 0}
#define FIGURE_FROM ${float(FIGURE_FROM)}
#define FIGURE_WHOLE ${float(FIGURE_WHOLE)}
#define LEAP ${float(LEAP_METRES)}
#define PRESENCE_MASK ${ENTITY_STATE.PRESENCE_MASK}
#define SOS ${ENTITY_STATE.SOS}
#define ALARMED ${ENTITY_STATE.ALARMED}
#define HEADING_KNOWN ${ENTITY_STATE.HEADING_KNOWN}
#define SECOND_SYMBOL_BIT ${ENTITY_STATE.HEIGHT_GUESSED}
#define KIND_SHIFT ${ENTITY_STATE.KIND_SHIFT}
#define MARK_KIND ${MARK_KIND}
const float SIZES[3] = ${list(KIND_SIZE)};
const float HEIGHTS[3] = ${list(TRUE_HEIGHT)};
`;

/**
 * What every variant of the vertex shader does once it knows a thing's row, its two places in the mine and its state:
 * puts one corner of its square on the screen.
 */
export const placeMark = (part: MarkPart): string => `${markConstants(part)}
${mixedPosition}
${markRadius}
${sliceAway}
uniform mat4 u_corners[4];
uniform vec4 u_prism;
uniform vec3 u_eye;
uniform vec3 u_eyeCm;
uniform vec3 u_eyeRest;
uniform float u_exaggeration;
uniform mat3 u_enuToWorld;
uniform float u_share;
uniform float u_pixel;
uniform float u_selected;
uniform float u_hovered;
uniform float u_plainRadius;
out vec2 v_at;
flat out vec4 v_size;
#if !PLAIN
flat out vec2 v_heading;
#endif
flat out ivec4 v_state;

void hide() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}

void placeMark(int row, int corner, ivec3 before, ivec3 now, int state, vec2 heading) {
  v_state = ivec4(state & PRESENCE_MASK, state, state >> KIND_SHIFT, int(float(row) == u_selected) + 2 * int(float(row) == u_hovered));
  v_at = vec2(0.0);
  v_size = vec4(0.0);
  // Never heard of: there is no place to draw it at.
  if (v_state.x == 3 && v_state.z != MARK_KIND) { hide(); return; }
  int kind = min(v_state.z, 2);
  bool calls = (state & ALARMED) != 0 || ((state & SOS) != 0 && v_state.z != MARK_KIND);
  // Twin of needsRich in mark-order.ts.
  bool special = calls || v_state.w != 0 || v_state.x > 1 || (v_state.x == 1 && v_state.z == MARK_KIND);
  vec3 fromEye = mixedPosition(before, now, ivec3(u_eyeCm), u_share, LEAP) - u_eyeRest;
  // Who calls is shown wherever the mine is cut. Twin of isSlicedAway in entity-sight.ts.
  if (!calls && u_prism.x >= 0.0 && slicedAway(fromEye + u_eye, u_corners[0], u_corners[1], u_corners[2], u_corners[3], u_prism)) { hide(); return; }
  vec3 place = fromEye * vec3(1.0, 1.0, u_exaggeration);
  place.z += HEIGHTS[kind] * 0.5;
  vec3 seen = czm_viewRotation * (u_enuToWorld * place);
  float depth = -seen.z;
  if (depth < 0.2) { hide(); return; }
  float pixelsPerMetre = 0.5 * czm_projection[1][1] * czm_viewport.w / (depth * u_pixel);
  float radius = markRadius(pixelsPerMetre, SIZES[kind]);
  if ((radius < u_plainRadius && !special) != (PLAIN == 1)) { hide(); return; }
  // No larger than needed: where there is no graphics card, every pixel of it costs.
#if PLAIN
  v_size.x = radius;
  float reach = radius * (kind == 2 ? 1.3 : 1.0) + 2.5;
#else
  v_heading = vec2(0.0);
  float figure = 0.5 * HEIGHTS[kind] * pixelsPerMetre;
  float shown = smoothstep(FIGURE_FROM, FIGURE_WHOLE, figure);
  v_size = vec4(radius, figure, shown, pixelsPerMetre);
  if ((state & HEADING_KNOWN) != 0) {
    // The shorter way round from one heading to the other, 256 a turn.
    float turn = mod(heading.y - heading.x + 128.0, 256.0) - 128.0;
    float angle = (heading.x + turn * u_share) * 0.0245436926;
    v_heading = (czm_viewRotation * (u_enuToWorld * vec3(sin(angle), cos(angle), 0.0))).xy;
  }
  float around = mix(radius, max(radius, figure * 0.82), shown);
  float reach = around * (kind == 2 ? 1.3 : 1.0) + 2.5;
  if (radius > 6.5 && (state & HEADING_KNOWN) != 0) reach = max(reach, around * 1.65 + 4.0);
  if (calls || v_state.w != 0) reach = around * 2.7 + 4.0;
  reach = max(reach, figure * shown * (kind > 0 ? 2.2 : 1.2) + 4.0);
#endif
  vec2 side = vec2(corner == 1 || corner == 2 ? 1.0 : -1.0, corner > 1 ? 1.0 : -1.0);
  v_at = side * reach;
  // The wall of its own roadway, drawn solid and at least a line wide, must not hide a thing: it steps towards the eye.
  float nearer = 4.0 + 2.0 / max(pixelsPerMetre, 1e-6) + (calls || v_state.w != 0 ? 6.0 : 0.0);
  nearer = min(nearer, 0.6 * depth);
  vec4 clip = czm_projection * vec4(seen * (1.0 - nearer / depth), 1.0);
  clip.xy += v_at * u_pixel * 2.0 / czm_viewport.zw * clip.w;
  // The engine's logarithmic depth, here and not in each pixel: the square stands upright before the eye, so all of it
  // is equally deep, and what does not write its depth is tested before it is coloured.
  float fromNear = max(clip.w - czm_currentFrustum.x, 0.0) + 1.0;
  clip.z = (2.0 * log2(fromNear) * czm_oneOverLog2FarDepthFromNearPlusOne - 1.0) * clip.w;
  gl_Position = clip;
}
`;

/** Vertex pulling: four vertices a thing, its row in the vertex' own number, all data read from textures. */
export const pullingVertexShader = (part: MarkPart): string => `
precision highp usampler2D;
uniform usampler2D u_places;
uniform sampler2D u_bytes;
uniform vec4 u_lines;
uniform float u_stateLine;
${placeMark(part)}
ivec2 cell(int row, float line) {
  return ivec2(row & ${TEXTURE_LINE - 1}, row / ${TEXTURE_LINE} + int(line));
}
int byteOf(int row, float line) {
  return int(texelFetch(u_bytes, cell(row, line), 0).r * 255.0 + 0.5);
}
void main() {
  int row = gl_VertexID >> 2;
  int state = byteOf(row, u_stateLine);
  vec2 heading = vec2(0.0);
#if !PLAIN
  if ((state & HEADING_KNOWN) != 0) heading = vec2(byteOf(row, u_lines.z), byteOf(row, u_lines.w));
#endif
  ivec3 before = ivec3(texelFetch(u_places, cell(row, u_lines.x), 0).xyz);
  ivec3 now = ivec3(texelFetch(u_places, cell(row, u_lines.y), 0).xyz);
  placeMark(row, gl_VertexID & 3, before, now, state, heading);
}
`;

/** The engine adds no depth of its own to shaders that say this. */
export const OWN_DEPTH = ['LOG_DEPTH_READ_ONLY'];
