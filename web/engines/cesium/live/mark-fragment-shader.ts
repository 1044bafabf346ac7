import alarmRings from '../../../../shaders/alarm-rings.glsl?raw';
import headingWedge from '../../../../shaders/heading-wedge.glsl?raw';
import markShape from '../../../../shaders/mark-shape.glsl?raw';
import markSymbol from '../../../../shaders/mark-symbol.glsl?raw';
import personFigure from '../../../../shaders/person-figure.glsl?raw';
import vehicleFigure from '../../../../shaders/vehicle-figure.glsl?raw';
import { type MarkPart, markConstants } from './entity-shader.ts';

const shared = (part: MarkPart, behind: boolean): string => `${markConstants(part)}
#define BEHIND ${behind ? 1 : 0}
${markShape}
uniform float u_pixel;
uniform vec3 u_fill[3];
uniform vec3 u_edge;
uniform vec3 u_dim;
in vec2 v_at;
flat in vec4 v_size;
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
`;

/** What shows a small mark that calls for nothing: its shape, filled where it is of now and hollow where it is not. */
const plainFragment = `
void main() {
  float radius = v_size.x;
  int kind = min(v_state.z, 2);
  bool stale = v_state.x == 1;
  vec3 fill = stale ? mix(u_fill[kind], u_dim, 0.55) : u_fill[kind];
  float shape = markShape(v_at, radius, float(kind));
  float line = clamp(radius * 0.2, 1.0, 2.2);
  vec4 picture = vec4(0.0);
  lay(picture, u_edge, cover(shape - 1.4) * (BEHIND == 1 ? 0.25 : 0.95));
#if BEHIND == 1
  lay(picture, fill, cover(shape) * 0.2);
  lay(picture, fill, stroke(shape + line * 0.5, line * 0.5));
  picture *= 0.5;
#else
  lay(picture, fill, stale ? stroke(shape + line, line) : cover(shape));
  if (picture.a < 0.02) discard;
#endif
  out_FragColor = picture;
}
`;

const richFragment = `
${markSymbol}
${personFigure}
${vehicleFigure}
${headingWedge}
${alarmRings}
uniform float u_beat;
uniform vec3 u_ink;
uniform vec3 u_alarm;
uniform vec3 u_select;
flat in vec2 v_heading;

void main() {
  int kind = min(v_state.z, 2);
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
  vec3 own = help ? u_alarm : u_fill[kind];
  vec3 fill = stale || lost || unsure ? mix(own, u_dim, help ? 0.2 : 0.55) : own;
  vec4 picture = vec4(0.0);

  float badge = 1.0 - shown;
  if (badge > 0.0) {
    float shape = markShape(v_at, radius, float(kind));
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
      float symbol = help ? 5.0 : kind < 2 ? float(kind) : fixedDevice ? 2.0 + float((v_state.y & SOS) / SOS) + 2.0 * float((v_state.y & SECOND_SYMBOL_BIT) / SECOND_SYMBOL_BIT) : 4.0;
      float inside = markSymbol(v_at / (radius * (kind == 2 ? 0.95 : 1.0)), symbol) * radius;
      vec3 ink = stale || lost || unsure || BEHIND == 1 ? fill : u_ink;
      lay(picture, ink, cover(inside) * smoothstep(6.0, 8.0, radius) * (lost || unsure ? 0.75 : 1.0));
    }
    // A failing device is struck through.
    if (fixedDevice && stale) lay(picture, u_alarm, cover(max(abs(v_at.x - v_at.y) * 0.7071 - 1.0, length(v_at) - radius * 1.1)));
    picture *= badge;
  }

  if (shown > 0.0) {
    vec4 figure = vec4(0.0);
    float metre = v_size.w;
    vec2 at = v_at / metre + vec2(0.0, HEIGHTS[kind] * 0.5);
    float facing = v_heading.x < 0.0 ? -1.0 : 1.0;
    vec2 drawn = kind == 0 ? personFigure(at) : vehicleFigure(vec2(at.x * facing, at.y));
    float shape = drawn.x * metre;
    vec3 tone = fill;
    if (kind == 0) {
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
      float disc = min(length(foot) - metre * (kind == 0 ? 0.34 : 0.8), headingWedge(foot, metre * (kind == 0 ? 0.36 : 0.9), v_heading * vec2(1.0, 1.8)));
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

/** @param behind draws what rock or ground hides, as a faint outline */
export const markFragmentShader = (part: MarkPart, behind: boolean): string =>
  shared(part, behind) + (part === 'plain' ? plainFragment : richFragment);
