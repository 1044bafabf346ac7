import { ENTITY_STATE } from '../../../../domain/contracts/live/entity.ts';
import alarmRings from '../../../../shaders/alarm-rings.glsl?raw';
import headingWedge from '../../../../shaders/heading-wedge.glsl?raw';
import markRadius from '../../../../shaders/mark-radius.glsl?raw';
import markShape from '../../../../shaders/mark-shape.glsl?raw';
import markSymbol from '../../../../shaders/mark-symbol.glsl?raw';
import mixedPosition from '../../../../shaders/mixed-position.glsl?raw';
import personFigure from '../../../../shaders/person-figure.glsl?raw';
import vehicleFigure from '../../../../shaders/vehicle-figure.glsl?raw';
import { MARK_KIND } from './entity-rows.ts';
import { FIGURE_FROM, FIGURE_WHOLE, KIND_SIZE, LEAP_METRES, TRUE_HEIGHT } from './mark-size.ts';

/** Texels in a line of the data textures. A power of two, at least WebGL 2's guaranteed size. */
export const TEXTURE_LINE = 1024;

const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

const constants = (kind: number): string => `
#define KIND ${float(kind)}
#define SIZE ${float(KIND_SIZE[kind]!)}
#define TRUE_HEIGHT ${float(TRUE_HEIGHT[kind]!)}
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
`;

/**
 * What every variant of the vertex shader does once it knows a thing's row, its two places in the mine and its state:
 * puts one corner of its square on the screen.
 */
export const placeMark = (kind: number): string => `${constants(kind)}
${mixedPosition}
${markRadius}
uniform vec3 u_eyeCm;
uniform vec3 u_eyeRest;
uniform float u_exaggeration;
uniform mat3 u_enuToWorld;
uniform float u_share;
uniform float u_pixel;
uniform float u_selected;
uniform float u_hovered;
out vec2 v_at;
flat out vec4 v_size;
flat out vec2 v_heading;
flat out ivec4 v_state;

void hide() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}

void placeMark(int row, int corner, ivec3 before, ivec3 now, int state, vec2 heading) {
  v_state = ivec4(state & PRESENCE_MASK, state, state >> KIND_SHIFT, int(float(row) == u_selected) + 2 * int(float(row) == u_hovered));
  v_at = vec2(0.0);
  v_size = vec4(0.0);
  v_heading = vec2(0.0);
  // Never heard of: there is no place to draw it at.
  if (v_state.x == 3 && v_state.z != MARK_KIND) { hide(); return; }
  vec3 place = (mixedPosition(before, now, ivec3(u_eyeCm), u_share, LEAP) - u_eyeRest) * vec3(1.0, 1.0, u_exaggeration);
  place.z += TRUE_HEIGHT * 0.5;
  vec3 seen = czm_viewRotation * (u_enuToWorld * place);
  float depth = -seen.z;
  if (depth < 0.2) { hide(); return; }
  float pixelsPerMetre = 0.5 * czm_projection[1][1] * czm_viewport.w / (depth * u_pixel);
  float radius = markRadius(pixelsPerMetre, SIZE);
  float figure = 0.5 * TRUE_HEIGHT * pixelsPerMetre;
  float shown = smoothstep(FIGURE_FROM, FIGURE_WHOLE, figure);
  v_size = vec4(radius, figure, shown, pixelsPerMetre);
  if ((state & HEADING_KNOWN) != 0) {
    // The shorter way round from one heading to the other, 256 a turn.
    float turn = mod(heading.y - heading.x + 128.0, 256.0) - 128.0;
    float angle = (heading.x + turn * u_share) * 0.0245436926;
    v_heading = (czm_viewRotation * (u_enuToWorld * vec3(sin(angle), cos(angle), 0.0))).xy;
  }
  bool calls = (state & ALARMED) != 0 || ((state & SOS) != 0 && v_state.z != MARK_KIND);
  float around = mix(radius, max(radius, figure * 0.82), shown);
  // No larger than needed: where there is no graphics card, every pixel of it costs.
  float reach = around * (KIND > 1.5 ? 1.3 : 1.0) + 2.5;
  if (radius > 6.5 && (state & HEADING_KNOWN) != 0) reach = max(reach, around * 1.65 + 4.0);
  if (calls || v_state.w != 0) reach = around * 2.7 + 4.0;
  reach = max(reach, figure * shown * (KIND > 0.5 ? 2.2 : 1.2) + 4.0);
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
export const pullingVertexShader = (kind: number): string => `
precision highp usampler2D;
uniform usampler2D u_before;
uniform usampler2D u_now;
uniform sampler2D u_headingBefore;
uniform sampler2D u_headingNow;
uniform sampler2D u_state;
${placeMark(kind)}
void main() {
  int row = gl_VertexID >> 2;
  ivec2 cell = ivec2(row & ${TEXTURE_LINE - 1}, row / ${TEXTURE_LINE});
  int state = int(texelFetch(u_state, cell, 0).r * 255.0 + 0.5);
  vec2 heading = vec2(0.0);
  if ((state & HEADING_KNOWN) != 0)
    heading = floor(vec2(texelFetch(u_headingBefore, cell, 0).r, texelFetch(u_headingNow, cell, 0).r) * 255.0 + 0.5);
  placeMark(row, gl_VertexID & 3, ivec3(texelFetch(u_before, cell, 0).xyz), ivec3(texelFetch(u_now, cell, 0).xyz), state, heading);
}
`;

/** The engine adds no depth of its own to shaders that say this. */
export const OWN_DEPTH = ['LOG_DEPTH_READ_ONLY'];

/** @param behind draws what rock or ground hides, as a faint outline */
export const markFragmentShader = (kind: number, behind: boolean): string => `${constants(kind)}
#define BEHIND ${behind ? 1 : 0}
${markShape}
${markSymbol}
${personFigure}
${vehicleFigure}
${headingWedge}
${alarmRings}
uniform float u_pixel;
uniform float u_beat;
uniform vec3 u_fill;
uniform vec3 u_ink;
uniform vec3 u_edge;
uniform vec3 u_dim;
uniform vec3 u_alarm;
uniform vec3 u_select;
in vec2 v_at;
flat in vec4 v_size;
flat in vec2 v_heading;
flat in ivec4 v_state;

float cover(float off) {
  return clamp(0.5 - off * u_pixel, 0.0, 1.0);
}
void lay(inout vec4 picture, vec3 colour, float alpha) {
  picture = vec4(colour * alpha, alpha) + picture * (1.0 - alpha);
}
float stroke(float off, float halfWidth) {
  return cover(abs(off) - halfWidth);
}

void main() {
  float radius = v_size.x;
  float figureHalf = v_size.y;
  float shown = v_size.z;
  int presence = v_state.x;
  bool fixedDevice = v_state.z == MARK_KIND;
  bool help = !fixedDevice && (v_state.y & SOS) != 0;
  bool alarmed = (v_state.y & ALARMED) != 0;
  bool lost = presence == 2;
  bool stale = presence == 1;
  bool unsure = presence == 3;
  vec3 own = help ? u_alarm : u_fill;
  vec3 fill = stale || lost || unsure ? mix(own, u_dim, help ? 0.2 : 0.55) : own;
  vec4 picture = vec4(0.0);

  float badge = 1.0 - shown;
  if (badge > 0.0) {
    float shape = markShape(v_at, radius, KIND);
    // From far off a crowd of wedges would only hide who is in it.
    float room = smoothstep(6.5, 9.0, radius) * (BEHIND == 1 ? 0.6 : 1.0);
    if (!lost && room > 0.0) {
      float wedge = headingWedge(v_at, radius, v_heading);
      lay(picture, u_edge, cover(wedge - 1.2) * 0.9 * room);
      lay(picture, fill, cover(wedge) * room);
    }
    float line = clamp(radius * 0.2, 1.0, 2.2);
    if (lost || unsure) {
      // A ring at the last place: nobody stands there, somebody stood.
      float turn = fract(atan(v_at.y, v_at.x) / 6.2831853 * (radius > 7.0 ? 10.0 : 6.0));
      float dash = unsure ? 1.0 : smoothstep(0.0, 0.12, abs(turn - 0.5) - 0.17);
      lay(picture, u_edge, stroke(shape + line, line * 0.5 + 1.0) * 0.75 * dash);
      lay(picture, fill, stroke(shape + line, line * (unsure ? 0.35 : 0.55)) * dash);
    } else {
      lay(picture, u_edge, cover(shape - 1.4) * (BEHIND == 1 ? 0.25 : 0.95));
      if (BEHIND == 1) {
        lay(picture, fill, cover(shape) * (help || alarmed ? 0.6 : 0.2));
        lay(picture, fill, stroke(shape + line * 0.5, line * 0.5));
      } else if (stale) {
        // Hollow: what it says is no longer of now.
        lay(picture, fill, stroke(shape + line, line));
      } else lay(picture, fill, cover(shape));
    }
    if (radius > 6.0) {
      float symbol = help ? 5.0 : KIND < 1.5 ? KIND : fixedDevice ? 2.0 + float((v_state.y & SOS) / SOS) + 2.0 * float((v_state.y & SECOND_SYMBOL_BIT) / SECOND_SYMBOL_BIT) : 4.0;
      float inside = markSymbol(v_at / (radius * (KIND > 1.5 ? 0.95 : 1.0)), symbol) * radius;
      vec3 ink = stale || lost || unsure || BEHIND == 1 ? fill : u_ink;
      lay(picture, ink, cover(inside) * smoothstep(6.0, 8.0, radius) * (lost || unsure ? 0.75 : 1.0));
    }
    // A failing device is struck through.
    if (fixedDevice && stale) lay(picture, u_alarm, cover(max(abs(v_at.x - v_at.y) * 0.7071 - 1.0, length(v_at) - radius * 1.1)));
    picture *= badge;
  }

#if ${kind < 2 ? 1 : 0}
  if (shown > 0.0) {
    vec4 figure = vec4(0.0);
    float metre = v_size.w;
    vec2 at = v_at / metre + vec2(0.0, TRUE_HEIGHT * 0.5);
    float facing = v_heading.x < 0.0 ? -1.0 : 1.0;
    vec2 drawn = KIND < 0.5 ? personFigure(at) : vehicleFigure(vec2(at.x * facing, at.y));
    float shape = drawn.x * metre;
    vec3 tone = fill;
    if (KIND < 0.5) {
      if (drawn.y == 0.0) tone = mix(fill, u_edge, 0.35);
      else if (drawn.y == 2.0) tone = mix(fill, u_edge, 0.16);
      else if (drawn.y == 3.0) tone = mix(fill, vec3(1.0), 0.75);
      else if (drawn.y == 4.0) tone = mix(fill, u_edge, 0.4);
    } else {
      if (drawn.y == 0.0) tone = mix(u_ink, fill, 0.25);
      else if (drawn.y == 1.0) tone = mix(fill, u_edge, 0.75);
      else if (drawn.y == 3.0) tone = mix(fill, u_edge, 0.3);
    }
    if (!lost) {
      // On the ground at its feet, so that one sees where it is going.
      vec2 foot = (v_at + vec2(0.0, figureHalf)) * vec2(1.0, 1.8);
      float disc = min(length(foot) - metre * (KIND < 0.5 ? 0.34 : 0.8), headingWedge(foot, metre * (KIND < 0.5 ? 0.36 : 0.9), v_heading * vec2(1.0, 1.8)));
      lay(figure, u_edge, cover(disc - 1.5) * 0.5);
      lay(figure, fill, cover(disc) * 0.55);
    }
    lay(figure, u_edge, cover(shape - 1.6) * 0.9);
    if (lost) {
      float dash = step(0.45, fract((v_at.x + v_at.y) / 9.0));
      figure = vec4(0.0);
      lay(figure, fill, stroke(shape, 1.3) * dash);
    } else if (BEHIND == 1 || stale) {
      figure *= 0.5;
      lay(figure, fill, cover(shape) * (stale ? 0.35 : 0.22));
      lay(figure, fill, stroke(shape + 1.2, 1.2));
    } else lay(figure, tone, cover(shape));
    picture = figure * shown + picture * (1.0 - shown);
  }
#endif

#if BEHIND == 1
  picture *= help || alarmed || v_state.w != 0 ? 1.0 : 0.5;
#endif
  float around = mix(radius, max(radius, figureHalf * 0.82), shown);
  if (help || alarmed) {
    float rings = alarmRings(v_at, around, help ? 1.0 : 0.0, u_beat);
    float fade = u_beat < 0.0 ? 1.0 : 1.0 - 0.75 * u_beat * u_beat;
    lay(picture, u_edge, cover(rings - 2.4) * fade * 0.7);
    lay(picture, u_alarm, cover(rings - 1.3) * fade);
  }
  if ((v_state.w & 1) != 0) {
    float ring = length(v_at) - around * 1.32 - 2.5;
    float marks = max(min(abs(v_at.x), abs(v_at.y)) - 1.2, abs(ring - 4.0) - 3.0);
    lay(picture, u_edge, max(stroke(ring, 2.8), cover(marks - 1.2)) * 0.9);
    lay(picture, u_select, max(stroke(ring, 1.5), cover(marks)));
  } else if (v_state.w != 0) {
    float ring = length(v_at) - around * 1.25 - 2.0;
    lay(picture, u_edge, stroke(ring, 2.0) * 0.7);
    lay(picture, u_select, stroke(ring, 1.0));
  }
#if BEHIND == 0
  if (picture.a < 0.02) discard;
#endif
  out_FragColor = picture;
}
`;
