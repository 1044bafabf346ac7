import {
  AddEquation,
  CustomBlending,
  DoubleSide,
  GLSL3,
  NoBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
  Vector2,
  Vector4,
  ZeroFactor,
} from 'three';
import nestedFront from '../../../shaders/nested-front.glsl?raw';
import nestedTail from '../../../shaders/nested-tail.glsl?raw';

/** The three ways a body can be drawn in one frame; see `createNestedBlend`. */
export type BlendPass = 'solid' | 'front' | 'tail';

/** What all bodies of a view share. `value`s are changed in place: every material reads the same objects. */
export interface SharedUniforms {
  readonly solidDepth: { value: Texture | null };
  readonly frontDepth: { value: Texture | null };
  /** Pixels of the targets. */
  readonly size: { value: Vector2 };
  /** Nothing is drawn where (xyz)·p + w > 0, ENU metres; all zero: nothing is cut away. */
  readonly clip: { value: Vector4 };
}

export const createSharedUniforms = (): SharedUniforms => ({
  solidDepth: { value: null },
  frontDepth: { value: null },
  size: { value: new Vector2(1, 1) },
  clip: { value: new Vector4(0, 0, 0, 0) },
});

/** The materials of one layer, which share its opacity. */
export interface BodyMaterials {
  readonly opacity: { value: number };
  readonly byPass: Readonly<Record<BlendPass, ShaderMaterial>>;
  dispose(): void;
}

const VERTEX = /* glsl */ `
out vec3 place;
out vec3 seen;
out vec3 tint;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vec4 eye = viewMatrix * world;
  place = world.xyz;
  seen = eye.xyz;
  #ifdef USE_COLOR_ALPHA
    tint = color.rgb;
  #elif defined(USE_COLOR)
    tint = color;
  #else
    tint = vec3(0.7);
  #endif
  gl_Position = projectionMatrix * eye;
}`;

/** Tiles carry no normals that all viewers agree on: the face's own is taken from the surface, lit from the eye. */
const LIT = /* glsl */ `
uniform vec4 clip;
in vec3 place;
in vec3 seen;
in vec3 tint;
vec3 litColour() {
  if (dot(clip.xyz, place) + clip.w > 0.0) discard;
  vec3 normal = normalize(cross(dFdx(seen), dFdy(seen)));
  return tint * mix(0.5, 1.0, abs(normal.z));
}`;

const SOLID = /* glsl */ `
${LIT}
layout(location = 0) out vec4 colour;
void main() {
  colour = vec4(litColour(), 1.0);
}`;

const FRONT = /* glsl */ `
${LIT}
${nestedFront}
uniform float opacity;
uniform vec2 size;
uniform sampler2D solidDepth;
layout(location = 0) out vec4 colour;
void main() {
  float solid = texture(solidDepth, gl_FragCoord.xy / size).r;
  colour = nestedFront(litColour(), opacity, gl_FragCoord.z, solid);
}`;

const TAIL = /* glsl */ `
${LIT}
${nestedTail}
uniform float opacity;
uniform vec2 size;
uniform sampler2D solidDepth;
uniform sampler2D frontDepth;
layout(location = 0) out vec4 sum;
layout(location = 1) out vec4 weights;
void main() {
  vec2 at = gl_FragCoord.xy / size;
  vec4 tail = nestedTail(
    litColour(), opacity, gl_FragCoord.z, texture(frontDepth, at).r, texture(solidDepth, at).r
  );
  // The fourth becomes the product of what shines through.
  sum = vec4(tail.rgb, opacity);
  weights = vec4(tail.a, 0.0, 0.0, 1.0);
}`;

export const createBodyMaterials = (shared: SharedUniforms): BodyMaterials => {
  const opacity = { value: 1 };
  const { clip, size, solidDepth, frontDepth } = shared;
  const common = { glslVersion: GLSL3, vertexShader: VERTEX, vertexColors: true, side: DoubleSide } as const;
  const byPass = {
    solid: new ShaderMaterial({
      ...common,
      name: 'body-solid',
      fragmentShader: SOLID,
      uniforms: { clip },
      blending: NoBlending,
    }),
    front: new ShaderMaterial({
      ...common,
      name: 'body-front',
      fragmentShader: FRONT,
      uniforms: { clip, opacity, size, solidDepth },
      blending: NoBlending,
    }),
    tail: new ShaderMaterial({
      ...common,
      name: 'body-tail',
      fragmentShader: TAIL,
      uniforms: { clip, opacity, size, solidDepth, frontDepth },
      depthTest: false,
      depthWrite: false,
      // Colours add up; the fourth becomes the product of (1 − opacity).
      blending: CustomBlending,
      blendEquation: AddEquation,
      blendSrc: OneFactor,
      blendDst: OneFactor,
      blendSrcAlpha: ZeroFactor,
      blendDstAlpha: OneMinusSrcAlphaFactor,
    }),
  };
  return {
    opacity,
    byPass,
    dispose: () => {
      for (const material of Object.values(byPass)) material.dispose();
    },
  };
};
