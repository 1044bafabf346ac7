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
import { CERTAIN_BELOW } from '../../../domain/contracts/deviation.ts';
import contourLines from '../../../shaders/contour-lines.glsl?raw';
import framePosition from '../../../shaders/frame-position.glsl?raw';
import groundXray from '../../../shaders/ground-xray.glsl?raw';
import hazardPattern from '../../../shaders/hazard-pattern.glsl?raw';
import headlight from '../../../shaders/headlight.glsl?raw';
import hemisphereLight from '../../../shaders/hemisphere-light.glsl?raw';
import inferredHatch from '../../../shaders/inferred-hatch.glsl?raw';
import leastWidth from '../../../shaders/least-width.glsl?raw';
import modelCertainty from '../../../shaders/model-certainty.glsl?raw';
import noiseDither from '../../../shaders/noise-dither.glsl?raw';
import rimLight from '../../../shaders/rim-light.glsl?raw';
import selectedColour from '../../../shaders/selected-colour.glsl?raw';
import sliceAway from '../../../shaders/slice-away.glsl?raw';
import xrayBody from '../../../shaders/xray-body.glsl?raw';
import { CORROBORATION_LOOKS } from '../../ledger/corroboration-look.ts';
import { type BodyLook, bodyLook, hasLeastWidth, isGlass, shellRank, THEME_COLOURS } from './appearance.ts';
import { FEATURE_STATE_GLSL } from './engine-internals.ts';
import { noSlice, type SliceUniforms } from './slice/slice-uniforms.ts';

/**
 * The material of every layer. Unlit for the engine: our own headlight costs a few instructions where its physically
 * based light costs environment maps, and looks the same on every machine.
 */

const COMMON = [
  headlight,
  rimLight,
  contourLines,
  inferredHatch,
  framePosition,
  sliceAway,
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
bool outOfSlice(vec3 place) {
  return u_prism.x >= 0.0 && slicedAway(place, u_corners0, u_corners1, u_corners2, u_corners3, u_prism);
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

/** 0…1 coverage of what is inferred: a modelled surface says at each point how well it is known, others as a whole. */
const HATCH = {
  whole: 'state.z > 0.5 ? inferredHatch(place, pixel) : 1.0',
  modelled: 'modelCertainty(fsInput.attributes.deviation, u_certainBelow, inferredHatch(place, pixel))',
} as const;

const body = (hatch: keyof typeof HATCH): string => `${COMMON}
${hatch === 'modelled' ? modelCertainty : ''}
${noiseDither}
${hemisphereLight}
${xrayBody}
${hazardPattern}
${selectedColour}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 positionEC = fsInput.attributes.positionEC;
  vec3 place = minePosition(positionEC);
  if (outOfSlice(place)) discard;
  vec3 normal = normalTowardsEye(material, positionEC);
  vec4 state = featureState(fsInput.featureIds);
  float rim = rimLight(normal, positionEC);
  float pixel = czm_metersPerPixel(vec4(positionEC, 1.0));
  float lines = u_levelLines > 0.0 ? contourLines(place.z, u_levelLines, 1.2) : 0.0;
  float hatch = ${HATCH[hatch]};
  float up = (u_worldToEnu * (czm_inverseViewRotation * normal)).z;
  // A vessel: one looks through the side turned to the eye at the inside of the far one, and at what is in between.
  float coverage = bodyCoverage(gl_FrontFacing ? u_fill.x : u_fill.y, u_rim, rim, lines, hatch);
  // Of a boundary the edges matter, which alone are not upright; its walls would lie over everything else.
  coverage = max(coverage, u_edges * step(0.15, abs(up)));
  // A hazard of the ledger is told from everything else, and how well it is known by its pattern.
  float isHazard = step(0.5, state.w);
  float pattern = hazardPattern(state.w, place, pixel);
  coverage = mix(coverage, pattern, isHazard);
  hatch = mix(hatch, pattern, isHazard);
  // The selected one is solid: it is what one looks for. What is inferred stays hatched even then.
  coverage = max(coverage, state.y * hatch);
  if (noiseDrops(coverage, u_turn, gl_FragCoord.xy, czm_viewport.zw)) discard;
  // Survey colours are muted; under a single light they would turn to mud.
  vec3 base = clamp(mix(vec3(dot(material.diffuse, vec3(0.2126, 0.7152, 0.0722))), material.diffuse, 1.3) * 1.15, 0.0, 1.0);
  vec3 hazardColour = state.w < 2.5 ? u_hazard : state.w < 3.5 ? u_contradicted : u_unverified;
  base = mix(base, hazardColour, 0.8 * isHazard);
  vec3 light = hemisphereLight(up);
  vec3 colour = headlight(base, normal, czm_lightDirectionEC, 0.3) * light;
  colour = mix(colour, base * 1.25 + 0.05, u_rim * rim * 0.8);
  colour = mix(colour, vec3(1.0), lines * 0.35 + state.x * 0.28);
  material.diffuse = mix(colour, selectedColour(base, light, rim, u_outlineColour), state.y);
  material.alpha = 1.0;
}`;

const GROUND = `${COMMON}
${groundXray}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 positionEC = fsInput.attributes.positionEC;
  vec3 place = minePosition(positionEC);
  if (outOfSlice(place)) discard;
  vec3 normal = normalTowardsEye(material, positionEC);
  float eyeUp = u_stretch.y + (u_eye.z - u_stretch.y) / u_stretch.x;
  // Far flanks of hills seen from above only muddy the glass; seen from below they are the sky of the mine.
  if (u_glass > 0.5 && !gl_FrontFacing && place.z < eyeUp) discard;
  float rim = rimLight(normal, positionEC);
  float lines = contourLines(place.z, u_contourInterval, 1.3);
  // Relief is read from a light in the north-west, as on printed maps, whichever way the camera looks.
  vec3 normalEnu = u_worldToEnu * (czm_inverseViewRotation * normal);
  vec3 colour = headlight(material.diffuse, normalEnu, vec3(-0.5, 0.5, 0.7071), 0.12);
  // Glass is cooler than soil.
  colour = mix(colour, u_contourColour, (0.2 + 0.3 * rim) * u_amount);
  material.diffuse = mix(colour, u_contourColour, lines * mix(0.35, 0.9, u_amount));
  // Opacity clears the sheet and takes the lines along.
  material.alpha = u_glass > 0.5 ? groundOpacity(u_amount, rim, lines) * u_fill.x : 1.0;
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
  /** The shader for the present see-through and opacity: another object once the ground turns to glass or back. */
  readonly shader: CustomShader;
  setOpacity(opacity: number): void;
  setSeeThrough(amount: number): void;
  /** Metres of standard deviation; heeded by layers whose tiles carry it. */
  setCertainBelow(bound: number): void;
  setTheme(theme: 'light' | 'dark'): void;
  setFrame(frame: FrameUniforms): void;
  setSlice(slice: SliceUniforms): void;
  destroy(): void;
}

/** Metres; the thinnest roadways and the tubes boreholes are drawn as are about this half width. */
const TUBE_HALF_WIDTH = 1;

/** The engine's custom shaders take no arrays. */
const sliceDeclarations = () => {
  const { prism, corners } = noSlice();
  return {
    u_prism: { type: UniformType.VEC4, value: prism },
    ...Object.fromEntries(corners.map((value, i) => [`u_corners${i}`, { type: UniformType.MAT4, value }])),
  };
};

/** See bodies in shells, water in either: which pixels the dither keeps (noise-dither.glsl). */
const ditherTurn = (layer: CatalogLayer): number => {
  const rank = shellRank(layer);
  return rank > 1 ? 1 : rank === 1 ? 0.5 : 0;
};

/**
 * Makes the material of one layer. Bodies are always in the opaque pass; the ground is the one blended shell, drawn
 * over them, as long as one sees through it at all.
 */
export function createGlassMaterial(layer: CatalogLayer): GlassMaterial {
  const isGround = layer.kind === 'terrain';
  const isTube = hasLeastWidth(layer.kind);
  const isModelled = layer.deviation !== undefined;
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const colour = (css: string) => ({ type: UniformType.VEC3, value: linear(css) });
  const { contour, outline } = THEME_COLOURS.light;
  const make = (glass: boolean): CustomShader =>
    new CustomShader({
      mode: CustomShaderMode.MODIFY_MATERIAL,
      lightingModel: LightingModel.UNLIT,
      translucencyMode: glass
        ? CustomShaderTranslucencyMode.TRANSLUCENT
        : CustomShaderTranslucencyMode.OPAQUE,
      uniforms: {
        u_fill: { type: UniformType.VEC2, value: new Cartesian2(1, 1) },
        u_eye: { type: UniformType.VEC3, value: new Cartesian3() },
        u_stretch: { type: UniformType.VEC2, value: new Cartesian2(1, 0) },
        u_worldToEnu: { type: UniformType.MAT3, value: Matrix3.clone(Matrix3.IDENTITY) },
        ...sliceDeclarations(),
        ...(isModelled ? { u_certainBelow: float(CERTAIN_BELOW) } : {}),
        ...(isTube ? { u_halfWidth: float(TUBE_HALF_WIDTH) } : {}),
        ...(isGround
          ? {
              u_glass: float(glass ? 1 : 0),
              u_amount: float(0),
              u_contourInterval: float(10),
              u_contourColour: colour(contour),
            }
          : {
              u_turn: float(ditherTurn(layer)),
              u_rim: float(0),
              u_levelLines: float(0),
              u_edges: float(layer.kind === 'boundary' ? 1 : 0),
              u_outlineColour: colour(outline),
              u_hazard: colour(CORROBORATION_LOOKS.proven.colour.light),
              u_contradicted: colour(CORROBORATION_LOOKS.contradicted.colour.light),
              u_unverified: colour(CORROBORATION_LOOKS.unverified.colour.light),
            }),
      },
      ...(isTube ? { vertexShaderText: TUBE_VERTEX } : {}),
      fragmentShaderText: isGround ? GROUND : body(isModelled ? 'modelled' : 'whole'),
    });
  const solid = make(false);
  const glass = isGround ? make(true) : null;
  const shaders = glass ? [solid, glass] : [solid];
  const set: CustomShader['setUniform'] = (name, value) => {
    for (const shader of shaders) shader.setUniform(name, value);
  };
  let opacity = 1;
  let seeThrough = 0;
  let levelLines: BodyLook['levelLines'] = 0;
  return {
    get shader() {
      return glass && isGlass(opacity, seeThrough) ? glass : solid;
    },
    setOpacity(next) {
      opacity = next;
      const look = bodyLook(layer, opacity);
      set('u_fill', new Cartesian2(look.fill, look.back));
      if (isGround) return;
      set('u_rim', look.rim);
      levelLines = look.levelLines;
      if (layer.kind === 'boundary') set('u_edges', opacity);
    },
    setSeeThrough(amount) {
      seeThrough = amount;
      if (isGround) set('u_amount', amount);
    },
    setCertainBelow(bound) {
      if (isModelled) set('u_certainBelow', bound);
    },
    setTheme(theme) {
      const colours = THEME_COLOURS[theme];
      if (isGround) {
        set('u_contourColour', linear(colours.contour));
        return;
      }
      set('u_outlineColour', linear(colours.outline));
      set('u_hazard', linear(CORROBORATION_LOOKS.proven.colour[theme]));
      set('u_contradicted', linear(CORROBORATION_LOOKS.contradicted.colour[theme]));
      set('u_unverified', linear(CORROBORATION_LOOKS.unverified.colour[theme]));
    },
    setFrame(frame) {
      set('u_eye', frame.eye);
      set('u_stretch', frame.stretch);
      set('u_worldToEnu', frame.worldToEnu);
      if (isGround) set('u_contourInterval', frame.contourInterval);
      else set('u_levelLines', levelLines === 'as-ground' ? frame.contourInterval : levelLines);
    },
    setSlice(slice) {
      set('u_prism', slice.prism);
      for (const [i, matrix] of slice.corners.entries()) set(`u_corners${i}`, matrix);
    },
    destroy() {
      for (const shader of shaders) shader.destroy();
    },
  };
}
