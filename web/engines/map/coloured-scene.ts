import { ScenegraphLayer } from '@deck.gl/mesh-layers';
import type { Rgba } from './scene-colours.ts';

const PICKED_UNIFORMS = /* glsl */ `
layout(std140) uniform pickedBodyUniforms {
  vec4 colour;
  float number;
} pickedBody;
`;
/** How much of its own colour a chosen body gives up. */
const TINT = 0.55;
const NOBODY = -1;

const pickedBodyModule = {
  name: 'pickedBody',
  vs: PICKED_UNIFORMS,
  fs: `${PICKED_UNIFORMS}
flat in float pickedBody_is;
`,
  inject: {
    'fs:DECKGL_FILTER_COLOR':
      'if (pickedBody_is > 0.5) color.rgb = mix(color.rgb, pickedBody.colour.rgb, pickedBody.colour.a);',
  },
  uniformTypes: { colour: 'vec4<f32>', number: 'f32' },
  getUniforms: (values: object = {}) => values,
} as const;

interface PickedProps {
  /** Number of the chosen body within a glTF; null: it is not in it, or none is chosen. */
  readonly pickedIn?: (gltf: object) => number | null;
  readonly pickedColour?: Rgba;
}

/**
 * A glTF scene that shows the colours of its vertices, of which each feature is hit apart and one may be chosen: deck.gl's own layer
 * reads neither, draws grey and hits the tile. Every tile of a bundle has both (the portable profile). `inject` is public of its
 * shader options; `colors` is the name luma.gl gives COLOR_0.
 */
export class ColouredSceneLayer extends ScenegraphLayer<unknown, PickedProps> {
  static override readonly layerName = 'ColouredSceneLayer';

  override getShaders() {
    const own = super.getShaders();
    return {
      ...own,
      modules: [...own.modules, pickedBodyModule],
      inject: {
        'vs:#decl': 'in vec4 colors; in float _FEATURE_ID_0; flat out float pickedBody_is;',
        'vs:DECKGL_FILTER_COLOR': `
          color = vec4(color.rgb * colors.rgb, color.a);
          picking_setPickingColor(picking_getPickingColorFromIndex(_FEATURE_ID_0));
          pickedBody_is = abs(_FEATURE_ID_0 - pickedBody.number) < 0.5 ? 1.0 : 0.0;
        `,
      },
    };
  }

  override draw(o: Parameters<ScenegraphLayer['draw']>[0]): void {
    const { scenegraph, pickedIn, pickedColour = [0, 0, 0, 0] } = this.props;
    const [r, g, b] = pickedColour;
    const pickedBody = {
      colour: [r / 255, g / 255, b / 255, TINT],
      number: pickedIn?.(scenegraph as object) ?? NOBODY,
    };
    for (const model of this.state.models ?? []) model.shaderInputs.setProps({ pickedBody } as never);
    super.draw(o);
  }
}
