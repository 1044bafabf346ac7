import { ScenegraphLayer } from '@deck.gl/mesh-layers';

/**
 * A glTF scene that shows the colours of its vertices, and of which each feature is hit apart: deck.gl's own layer reads neither,
 * draws grey and hits the tile. Every tile of a bundle has both (the portable profile). `inject` is public of its shader options;
 * `colors` is the name luma.gl gives COLOR_0.
 */
export class ColouredSceneLayer extends ScenegraphLayer {
  static override readonly layerName = 'ColouredSceneLayer';

  override getShaders() {
    return {
      ...super.getShaders(),
      inject: {
        'vs:#decl': 'in vec4 colors; in float _FEATURE_ID_0;',
        'vs:DECKGL_FILTER_COLOR': `
          color = vec4(color.rgb * colors.rgb, color.a);
          picking_setPickingColor(picking_getPickingColorFromIndex(_FEATURE_ID_0));
        `,
      },
    };
  }
}
