import { ScenegraphLayer } from '@deck.gl/mesh-layers';

/**
 * A glTF scene that shows the colours of its vertices: deck.gl's own layer reads them and draws grey. Every tile of a bundle has
 * them (the portable profile). `inject` is public of its shader options; `colors` is the name luma.gl gives COLOR_0.
 */
export class ColouredSceneLayer extends ScenegraphLayer {
  static override readonly layerName = 'ColouredSceneLayer';

  override getShaders() {
    return {
      ...super.getShaders(),
      inject: {
        'vs:#decl': 'in vec4 colors;',
        'vs:DECKGL_FILTER_COLOR': 'color = vec4(color.rgb * colors.rgb, color.a);',
      },
    };
  }
}
