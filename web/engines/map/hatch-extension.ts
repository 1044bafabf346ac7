import { type Layer, LayerExtension, project } from '@deck.gl/core';
import hazardPattern from '../../../shaders/hazard-pattern.glsl?raw';
import lineDash from '../../../shaders/line-dash.glsl?raw';
import { hatchOrigin, METRES_A_UNIT, metresAPixel } from './hatch-place.ts';

/** What layers of the scene are told of each thing: its mark of hazard-pattern.glsl. */
export interface Hatched<D> {
  /** 1: known. */
  readonly getHatch: (thing: D) => number;
}

const HATCH_UNIFORMS = /* glsl */ `
layout(std140) uniform hatchUniforms {
  vec3 origin;
  float metresAUnit;
  float metresAPixel;
} hatch;
`;

/** The pattern of the ledger and of the Mine workspace, on the ground: it does not swim when the map moves. */
const hatchModule = {
  name: 'hatch',
  dependencies: [project],
  vs: `${HATCH_UNIFORMS}
in float hatchMarks;
flat out float hatch_mark;
out vec3 hatch_position;
`,
  fs: `${HATCH_UNIFORMS}
flat in float hatch_mark;
in vec3 hatch_position;
${hazardPattern}
`,
  inject: {
    'vs:DECKGL_FILTER_GL_POSITION': `
      hatch_mark = hatchMarks;
      hatch_position = geometry.position.xyz * hatch.metresAUnit + hatch.origin;
    `,
    // gl_FragCoord.w is one over how deep the point lies in the view
    'fs:DECKGL_FILTER_COLOR':
      'color.a *= hazardPattern(hatch_mark, hatch_position, hatch.metresAPixel / gl_FragCoord.w);',
  },
  uniformTypes: { origin: 'vec3<f32>', metresAUnit: 'f32', metresAPixel: 'f32' },
  getUniforms: (values: object = {}) => values,
} as const;

/** Dashes along an outline; what is between them is hit all the same. The path must face the screen (`billboard`). */
const dashModule = {
  name: 'dash',
  vs: `
in float hatchMarks;
flat out float dash_mark;
flat out float dash_halfWidth;
`,
  fs: `
flat in float dash_mark;
flat in float dash_halfWidth;
${lineDash}
`,
  inject: {
    'vs:DECKGL_FILTER_SIZE': `
      dash_mark = hatchMarks;
      dash_halfWidth = size.x;
    `,
    'fs:DECKGL_FILTER_COLOR':
      'if (!bool(picking.isActive) && inDashGap(dash_mark, geometry.uv.y * dash_halfWidth, dash_halfWidth)) discard;',
  },
} as const;

const addMarks = (layer: Layer): void => {
  layer.getAttributeManager()?.add({
    hatchMarks: { size: 1, stepMode: 'dynamic', accessor: 'getHatch', defaultValue: 1 },
  });
};
const defaultProps = { getHatch: { type: 'accessor', value: 1 } } as const;

interface DrawnWith {
  readonly shaderModuleProps: { readonly project: Parameters<typeof project.getUniforms>[0] };
}

/** Hatches what a layer fills. */
export class HatchExtension extends LayerExtension {
  static override readonly extensionName = 'HatchExtension';
  static override readonly defaultProps = defaultProps;

  override getShaders(this: Layer): object {
    return { modules: [hatchModule] };
  }

  override initializeState(this: Layer): void {
    addMarks(this);
  }

  override draw(this: Layer, { shaderModuleProps }: DrawnWith): void {
    const told = project.getUniforms(shaderModuleProps.project) as {
      readonly commonOrigin?: readonly number[];
      readonly devicePixelRatio?: number;
    };
    const { zoom, focalDistance } = this.context.viewport;
    this.setShaderModuleProps({
      hatch: {
        origin: hatchOrigin(told.commonOrigin ?? []),
        metresAUnit: METRES_A_UNIT,
        metresAPixel: metresAPixel({
          zoom,
          pixelRatio: told.devicePixelRatio ?? 1,
          depth: focalDistance,
        }),
      },
    });
  }
}

/** Dashes the outlines a layer draws. */
export class DashExtension extends LayerExtension {
  static override readonly extensionName = 'DashExtension';
  static override readonly defaultProps = defaultProps;

  override getShaders(this: Layer): object {
    return { modules: [dashModule] };
  }

  override initializeState(this: Layer): void {
    addMarks(this);
  }
}
