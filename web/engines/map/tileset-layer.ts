import type { GetPickingInfoParams, Layer, LayersList, PickingInfo } from '@deck.gl/core';
import { COORDINATE_SYSTEM } from '@deck.gl/core';
import { Tile3DLayer } from '@deck.gl/geo-layers';
import { LineLayer, TextLayer } from '@deck.gl/layers';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { SceneThing, SceneTileset } from '../county-view.ts';
import type { PickedFeature } from '../mine-view.ts';
import { type BodyOutline, bodyOutline } from './body-outline.ts';
import { partsOfTile, thingOfPart } from './bundle-parts.ts';
import { ColouredSceneLayer } from './coloured-scene.ts';
import { rgba, SCENE_FONT } from './scene-colours.ts';

/** How far a tileset's ellipsoidal heights are let down so that it stands on the same sheet: its datum's separation and the level. */
export const loweredBy = (level: number, geoidSeparation: number): number => level + geoidSeparation;

/** Laid over the body under the pointer: light on any colour of rock. */
const HIGHLIGHT = [255, 255, 255, 110];
/** Before all that hides it: a chosen body lies among others. */
const SEEN_THROUGH = { depthCompare: 'always' } as const;

/** What lies in a tile that is drawn, by its glTF. A tile that is dropped takes its things with it. */
const thingsOf = new WeakMap<object, readonly SceneThing[]>();
/** Number of a thing within a glTF; null: it is not in it, or none is asked for. */
const numberIn = (gltf: object, id: string | null): number | null => {
  const at = id === null ? -1 : (thingsOf.get(gltf)?.findIndex(({ pick }) => pick.id === id) ?? -1);
  return at < 0 ? null : at;
};

/** By glTF and number: a layer of deck.gl is made anew with each picture. */
const outlines = new WeakMap<object, Map<number, BodyOutline | null>>();
const outlineIn = (gltf: object, number: number, matrix: readonly number[]): BodyOutline | null => {
  const known = outlines.get(gltf) ?? new Map<number, BodyOutline | null>();
  outlines.set(gltf, known);
  const outline = known.has(number) ? known.get(number)! : bodyOutline(gltf, number, matrix);
  known.set(number, outline);
  return outline;
};

/** A tile of loaders.gl, as far as it is used here. */
interface SceneTile {
  readonly id: string;
  readonly selected: boolean;
  readonly content?: {
    readonly gltf?: object;
    readonly cartographicOrigin?: readonly number[];
    readonly modelMatrix?: ArrayLike<number>;
  };
}

interface PickedProps {
  /** Id of the chosen body; null: none of this tileset. */
  readonly picked?: string | null;
  readonly colours?: CountyColours;
}

/**
 * deck.gl's own layer says which tile was hit; with the bodies' numbers for colours of picking its index is the body's. The chosen
 * one is outlined and named in each tile that holds some of it: what is drawn of it comes and goes with the tile.
 */
class BodyTilesLayer extends Tile3DLayer<unknown, PickedProps> {
  static override readonly layerName = 'BodyTilesLayer';

  override getPickingInfo(params: GetPickingInfoParams): PickingInfo {
    const info = super.getPickingInfo(params);
    if (info.picked) {
      const { sourceTile } = info as PickingInfo & { sourceTile?: SceneTile };
      const gltf = sourceTile?.content?.gltf;
      const thing = gltf && thingsOf.get(gltf)?.[info.index];
      info.object = thing && { thing };
    }
    return info;
  }

  override renderLayers(): Layer | null | LayersList {
    const tiles = super.renderLayers();
    const { picked = null, colours } = this.props;
    const known = (this.state.tileset3d?.tiles ?? []) as readonly SceneTile[];
    if (tiles === null || picked === null || !colours) return tiles;
    return [tiles, ...known.flatMap((tile) => this.marksOf(tile, picked, colours))];
  }

  private marksOf(tile: SceneTile, picked: string, colours: CountyColours): Layer[] {
    const { gltf, cartographicOrigin, modelMatrix } = tile.content ?? {};
    const number = gltf && tile.selected ? numberIn(gltf, picked) : null;
    if (!gltf || number === null || !cartographicOrigin || !modelMatrix) return [];
    const outline = outlineIn(gltf, number, Array.from(modelMatrix));
    if (!outline) return [];
    const placed = {
      // the layer asks each of its own which tile it is of
      tile,
      coordinateSystem: COORDINATE_SYSTEM.METER_OFFSETS,
      coordinateOrigin: [...cartographicOrigin] as [number, number, number],
      parameters: SEEN_THROUGH,
    };
    const thing = thingsOf.get(gltf)![number]!;
    return [
      new LineLayer<BodyOutline['edges'][number]>({
        ...placed,
        id: `${this.id}-picked-edges-${tile.id}`,
        data: outline.edges,
        getSourcePosition: ({ from }) => from,
        getTargetPosition: ({ to }) => to,
        getColor: rgba(colours.picked),
        getWidth: 2.4,
        updateTriggers: { getColor: colours },
      }),
      new TextLayer<BodyOutline>({
        ...placed,
        id: `${this.id}-picked-name-${tile.id}`,
        data: [outline],
        characterSet: 'auto',
        getText: () => `◆ ${thing.name}`,
        getPosition: ({ top }) => top,
        getSize: 13,
        fontFamily: SCENE_FONT,
        fontWeight: 700,
        getColor: rgba(colours.text),
        background: true,
        getBackgroundColor: rgba(colours.halo, 235),
        backgroundPadding: [6, 3],
        getBorderColor: rgba(colours.picked),
        getBorderWidth: 2,
        getPixelOffset: [0, -18],
        updateTriggers: { getColor: colours, getBackgroundColor: colours, getBorderColor: colours },
      }),
    ];
  }
}

export const tilesetLayer = (
  tileset: SceneTileset,
  level: number,
  colours: CountyColours,
  events: {
    onFailure(detail: string): void;
    onParts(tileset: SceneTileset, parts: readonly PickedFeature[]): void;
  },
): Layer =>
  new BodyTilesLayer({
    id: `scene-tileset-${tileset.id}`,
    data: tileset.url,
    pickable: true,
    autoHighlight: true,
    highlightColor: HIGHLIGHT,
    picked: tileset.picked,
    colours,
    _subLayerProps: {
      scenegraph: {
        type: ColouredSceneLayer,
        pickedIn: (gltf: object) => numberIn(gltf, tileset.picked),
        pickedColour: rgba(colours.picked),
      },
    },
    // Our own origin only: without this the loaders would ask a CDN for their workers.
    loadOptions: {
      core: { worker: false },
      tileset: { throttleRequests: true, maximumScreenSpaceError: 16 },
    },
    onTileLoad: ({ content }) => {
      if (content?.cartographicOrigin)
        content.cartographicOrigin[2] -= loweredBy(level, tileset.geoidSeparation);
      if (!content?.gltf) return;
      const parts = partsOfTile(content.gltf, tileset);
      thingsOf.set(
        content.gltf,
        parts.map((part) => thingOfPart(part, tileset)),
      );
      events.onParts(tileset, parts);
    },
    onTileError: (_tile, message) => events.onFailure(message),
  });
