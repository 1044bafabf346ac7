import {
  Cartesian2,
  Cartesian3,
  Color,
  CustomShader,
  CustomShaderMode,
  CustomShaderTranslucencyMode,
  LightingModel,
  Matrix3,
  UniformType,
} from '@cesium/engine';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import contourLines from '../../../shaders/contour-lines.glsl?raw';
import framePosition from '../../../shaders/frame-position.glsl?raw';
import groundXray from '../../../shaders/ground-xray.glsl?raw';
import headlight from '../../../shaders/headlight.glsl?raw';
import inferredHatch from '../../../shaders/inferred-hatch.glsl?raw';
import leastWidth from '../../../shaders/least-width.glsl?raw';
import noiseDither from '../../../shaders/noise-dither.glsl?raw';
import orderedDither from '../../../shaders/ordered-dither.glsl?raw';
import rimLight from '../../../shaders/rim-light.glsl?raw';
import xrayBody from '../../../shaders/xray-body.glsl?raw';
import { bodyLook, shellRank, THEME_COLOURS } from './appearance.ts';
import { FEATURE_STATE_GLSL } from './engine-internals.ts';

/**
 * The material of every layer. Unlit for the engine: our own headlight costs a few instructions where its physically
 * based light costs environment maps, and looks the same on every machine. Always in the opaque pass.
 */

const COMMON = [
  orderedDither,
  noiseDither,
  headlight,
  rimLight,
  contourLines,
  inferredHatch,
  framePosition,
  FEATURE_STATE_GLSL,
  `
vec3 normalTowardsEye(czm_modelMaterial material, vec3 positionEC) {
  vec3 normal = meshHasNormals() ? material.normalEC : cross(dFdx(positionEC), dFdy(positionEC));
  normal = normalize(normal);
  return dot(normal, positionEC) > 0.0 ? -normal : normal;
}
vec3 minePosition(vec3 positionEC) {
  return framePosition(positionEC, czm_inverseViewRotation, u_worldToEnu, u_eye, u_stretch);
}
bool dropped(float coverage) {
  return u_noise > 0.5
    ? noiseDrops(coverage, gl_FragCoord.xy, czm_viewport.zw)
    : ditherDrops(coverage, gl_FragCoord.xy + u_ditherShift, czm_viewport.zw);
}
`,
].join('\n');

const TUBE_VERTEX = `
${leastWidth}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  vec3 normal = vsInput.attributes.normalMC;
  vec4 positionEC = czm_modelView * vec4(vsInput.attributes.positionMC, 1.0);
  float metresPerUnit = max(length((czm_modelView * vec4(normal, 0.0)).xyz), 1e-9);
  vsOutput.positionMC = leastWidth(
    vsInput.attributes.positionMC, normal, czm_metersPerPixel(positionEC), 1.0 / metresPerUnit, u_halfWidth, 2.0
  );
}`;

const BODY = `${COMMON}
${xrayBody}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 positionEC = fsInput.attributes.positionEC;
  vec3 normal = normalTowardsEye(material, positionEC);
  vec3 state = featureState(fsInput.featureIds);
  float rim = rimLight(normal, positionEC);
  float pixel = czm_metersPerPixel(vec4(positionEC, 1.0));
  vec3 place = minePosition(positionEC);
  float lines = u_levelLines > 0.0 ? contourLines(place.z, u_levelLines, 1.2) : 0.0;
  float hatch = state.z > 0.5 ? inferredHatch(place, pixel) : 1.0;
  // Of a boundary the walls matter; its lid and floor would only lie over everything else.
  float steepness = 1.0 - abs(dot(u_worldToEnu * (czm_inverseViewRotation * normal), vec3(0.0, 0.0, 1.0)));
  float face = mix(1.0, smoothstep(0.2, 0.6, steepness), u_wallsOnly);
  float coverage = bodyCoverage(u_fill * face, u_rim * face, rim, lines, hatch);
  // The selected one is solid: it is what one looks for. What is inferred stays hatched even then.
  coverage = max(coverage, state.y * hatch);
  if (dropped(coverage)) discard;
  vec3 colour = headlight(material.diffuse, normal, czm_lightDirectionEC, 0.3);
  colour = mix(colour, material.diffuse * 1.25 + 0.05, u_rim * rim * 0.8);
  colour = mix(colour, vec3(1.0), lines * 0.35 + state.x * 0.28);
  material.diffuse = mix(colour, headlight(u_selectedColour, normal, czm_lightDirectionEC, 0.45), state.y * 0.8);
  material.alpha = 1.0;
}`;

const GROUND = `${COMMON}
${groundXray}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 positionEC = fsInput.attributes.positionEC;
  vec3 normal = normalTowardsEye(material, positionEC);
  vec3 place = minePosition(positionEC);
  float rim = rimLight(normal, positionEC);
  float lines = contourLines(place.z, u_contourInterval, 1.3);
  // Opacity first thins the surface, then takes the lines along.
  float coverage = groundCoverage(1.0 - (1.0 - u_amount) * u_fill, rim, lines * step(0.02, u_fill));
  if (dropped(coverage)) discard;
  // Relief is read from a light in the north-west, as on printed maps, whichever way the camera looks.
  vec3 normalEnu = u_worldToEnu * (czm_inverseViewRotation * normal);
  vec3 colour = headlight(material.diffuse, normalEnu, vec3(-0.5, 0.5, 0.7071), 0.12);
  material.diffuse = mix(colour, u_contourColour, lines * mix(0.35, 0.9, u_amount));
  material.alpha = 1.0;
}`;

/** Linear RGB of a CSS colour, as the shaders calculate. */
const linear = (css: string): Cartesian3 => {
  const c = Color.fromCssColorString(css);
  const decode = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return new Cartesian3(decode(c.red), decode(c.green), decode(c.blue));
};

/** What all materials share; one object, written once a frame. */
export interface FrameUniforms {
  /** ENU metres of the eye as drawn. */
  eye: Cartesian3;
  /** x exaggeration, y metres of the height that stays. */
  stretch: Cartesian2;
  /** Earth-centred axes → ENU. */
  worldToEnu: Matrix3;
  contourInterval: number;
}

export interface GlassMaterial {
  readonly shader: CustomShader;
  setOpacity(opacity: number): void;
  setSeeThrough(amount: number): void;
  setTheme(theme: 'light' | 'dark'): void;
  setFrame(frame: FrameUniforms): void;
  destroy(): void;
}

/** Metres; the thinnest roadways and the tubes boreholes are drawn as are about this half width. */
const TUBE_HALF_WIDTH = 1;

/**
 * Makes the material of one layer. Shells (ore, strata, ground) drop just the pixels that the bodies in them keep: at
 * half coverage a checkerboard has only two sides. What lies in either (water) is dithered by noise.
 */
export function createGlassMaterial(layer: CatalogLayer): GlassMaterial {
  const isGround = layer.kind === 'terrain';
  const rank = shellRank(layer);
  const isTube = layer.kind === 'tube' || layer.kind === 'borehole-intervals';
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const shader = new CustomShader({
    mode: CustomShaderMode.MODIFY_MATERIAL,
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.OPAQUE,
    uniforms: {
      u_fill: float(1),
      u_ditherShift: { type: UniformType.VEC2, value: new Cartesian2(rank > 1 || isGround ? 1 : 0, 0) },
      u_noise: float(rank === 1 ? 1 : 0),
      u_eye: { type: UniformType.VEC3, value: new Cartesian3() },
      u_stretch: { type: UniformType.VEC2, value: new Cartesian2(1, 0) },
      u_worldToEnu: { type: UniformType.MAT3, value: Matrix3.clone(Matrix3.IDENTITY) },
      ...(isTube ? { u_halfWidth: float(TUBE_HALF_WIDTH) } : {}),
      ...(isGround
        ? {
            u_amount: float(0),
            u_contourInterval: float(10),
            u_contourColour: { type: UniformType.VEC3, value: linear(THEME_COLOURS.light.contour) },
          }
        : {
            u_rim: float(0),
            u_levelLines: float(0),
            u_wallsOnly: float(layer.kind === 'boundary' ? 1 : 0),
            u_selectedColour: { type: UniformType.VEC3, value: linear(THEME_COLOURS.light.selected) },
          }),
    },
    ...(isTube ? { vertexShaderText: TUBE_VERTEX } : {}),
    fragmentShaderText: isGround ? GROUND : BODY,
  });
  return {
    shader,
    setOpacity(opacity) {
      const look = bodyLook(layer, opacity);
      shader.setUniform('u_fill', look.fill);
      if (isGround) return;
      shader.setUniform('u_rim', look.rim);
      shader.setUniform('u_levelLines', look.levelLines);
    },
    setSeeThrough(amount) {
      if (isGround) shader.setUniform('u_amount', amount);
    },
    setTheme(theme) {
      const colours = THEME_COLOURS[theme];
      if (isGround) shader.setUniform('u_contourColour', linear(colours.contour));
      else shader.setUniform('u_selectedColour', linear(colours.selected));
    },
    setFrame(frame) {
      shader.setUniform('u_eye', frame.eye);
      shader.setUniform('u_stretch', frame.stretch);
      shader.setUniform('u_worldToEnu', frame.worldToEnu);
      if (isGround) shader.setUniform('u_contourInterval', frame.contourInterval);
    },
    destroy: () => shader.destroy(),
  };
}
