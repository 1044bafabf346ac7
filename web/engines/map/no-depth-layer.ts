import { TextLayer, type TextLayerProps } from '@deck.gl/layers';
import type { CountyColours } from '../../theme/county-colours.ts';
import { rgba, SCENE_FONT } from './scene-colours.ts';

/** Under the sign on the sheet: a broken line that leads nowhere, and a question mark. Any font has both. */
const NO_DEPTH = '¦\n?';

/** What is at no depth that anybody knows stays on the sheet and says so. */
export const noDepthLayer = <T extends { readonly at: readonly [number, number] }>(
  colours: Pick<CountyColours, 'halo'>,
  own: Required<Pick<TextLayerProps<T>, 'id' | 'data' | 'getColor' | 'getPixelOffset'>>,
): TextLayer<T> =>
  new TextLayer<T>({
    ...own,
    pickable: true,
    characterSet: [...NO_DEPTH],
    getText: () => NO_DEPTH,
    getPosition: ({ at: [x, y] }) => [x, y, 0],
    getSize: 13,
    lineHeight: 0.85,
    fontFamily: SCENE_FONT,
    fontWeight: 700,
    fontSettings: { sdf: true },
    outlineWidth: 4,
    outlineColor: rgba(colours.halo),
    getTextAnchor: 'middle',
    getAlignmentBaseline: 'top',
  });
