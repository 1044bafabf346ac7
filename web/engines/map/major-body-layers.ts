import type { Layer } from '@deck.gl/core';
import { IconLayer, LineLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { MAJOR_SOURCES, type MajorSource } from '../../../domain/contracts/major-hazard.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import { SIGN_SIZE } from '../county-signs.ts';
import type { CountyLook, SceneMajor } from '../county-view.ts';
import { noDepthLayer } from './no-depth-layer.ts';
import { type Point3, rgba, SCENE_FONT } from './scene-colours.ts';
import { drawSign, signOf, signRatio } from './sign-images.ts';

/** As on the flat map: beside the sign of the hidden hazard it is about. CSS pixels. */
const BESIDE: [number, number] = [18, -18];
const ON_IT: [number, number] = [0, 0];
const RING = 2 * SIGN_SIZE;
const SEEN_THROUGH = { depthCompare: 'always' } as const;

const SOURCES = Object.keys(MAJOR_SOURCES) as MajorSource[];
const nameOf = (source: MajorSource, isConfirmed: boolean): string =>
  `${source} ${isConfirmed ? 'confirmed' : 'reported'}`;

interface Atlas {
  readonly image: ImageData;
  readonly icons: Readonly<Record<string, { x: number; y: number; width: number; height: number }>>;
}
const atlases = new Map<string, Atlas>();

/** The signs of the flat map, side by side. */
const atlasOf = (look: CountyLook): Atlas => {
  const { theme, language, letters } = look;
  const key = JSON.stringify([theme, language, letters.major]);
  const known = atlases.get(key);
  if (known) return known;
  const ratio = signRatio(window.devicePixelRatio);
  const size = SIGN_SIZE * ratio;
  const names = SOURCES.flatMap((source) =>
    [true, false].map((isConfirmed) => ({ source, isConfirmed, name: nameOf(source, isConfirmed) })),
  );
  const canvas = document.createElement('canvas');
  canvas.width = size * names.length;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas for the signs of the scene');
  names.forEach(({ source, isConfirmed }, i) => {
    const state = isConfirmed ? 'confirmed' : 'reported';
    const sign = signOf(`major/${theme}/${language}/${source}/${state}`, letters);
    if (sign) context.putImageData(drawSign(sign, ratio), i * size, 0);
  });
  const atlas = {
    image: context.getImageData(0, 0, canvas.width, canvas.height),
    icons: Object.fromEntries(
      names.map(({ name }, i) => [name, { x: i * size, y: 0, width: size, height: size }]),
    ),
  };
  atlases.set(key, atlas);
  return atlas;
};

type Deep = SceneMajor & { readonly highest: number };

/**
 * Major hazards in depth: the sign of the flat map at the highest height that is known, on a plumb line from the sheet and a thick one
 * down to the lowest. One of which no height is known is at no depth: it stays on the sheet and says so.
 */
export const majorBodyLayers = (
  majors: readonly SceneMajor[],
  level: number,
  colours: CountyColours,
  look: CountyLook,
): Layer[] => {
  const deep = majors.flatMap((body): Deep[] => {
    const highest = body.top ?? body.bottom;
    return highest === null ? [] : [{ ...body, highest }];
  });
  const spans = deep.filter(({ top, bottom }) => top !== null && bottom !== null && bottom < top);
  const isAtNoDepth = ({ top, bottom, isPicked }: SceneMajor): boolean =>
    top === null && bottom === null && !isPicked;
  const words = majors.filter((body) => body.unknown !== null && !isAtNoDepth(body));
  const on = ([x, y]: SceneMajor['at'], height: number): Point3 => [x, y, height - level];
  const placeOf = (body: SceneMajor): Point3 => {
    const highest = body.top ?? body.bottom;
    return highest === null ? [...body.at, 0] : on(body.at, highest);
  };
  const offset = ({ isBeside }: SceneMajor): [number, number] => (isBeside ? BESIDE : ON_IT);
  const ink = rgba(colours.signLine);
  const { image, icons } = deep.length > 0 ? atlasOf(look) : { image: null, icons: {} };
  return [
    new LineLayer<Deep>({
      id: 'scene-major-plumbs',
      data: deep,
      getSourcePosition: ({ at }) => [...at, 0],
      getTargetPosition: ({ at, highest }) => on(at, highest),
      getColor: rgba(colours.signLine, 130),
      getWidth: 1,
    }),
    new LineLayer<Deep>({
      id: 'scene-major-spans',
      data: spans,
      pickable: true,
      getSourcePosition: ({ at, top }) => on(at, top!),
      getTargetPosition: ({ at, bottom }) => on(at, bottom!),
      getColor: ({ isPicked }) => (isPicked ? rgba(colours.picked) : ink),
      getWidth: 3,
      parameters: SEEN_THROUGH,
    }),
    new ScatterplotLayer<Deep>({
      id: 'scene-major-places',
      data: deep.filter(({ isBeside }) => isBeside),
      pickable: true,
      getPosition: ({ at, highest }) => on(at, highest),
      getRadius: 2.5,
      radiusUnits: 'pixels',
      billboard: true,
      getFillColor: ink,
      parameters: SEEN_THROUGH,
    }),
    new IconLayer<Deep>({
      id: 'scene-major-signs',
      data: deep,
      pickable: true,
      iconAtlas: image as never,
      iconMapping: icons,
      getIcon: ({ source, isConfirmed }) => nameOf(source, isConfirmed),
      getPosition: ({ at, highest }) => on(at, highest),
      getPixelOffset: offset,
      getSize: SIGN_SIZE,
      sizeUnits: 'pixels',
      parameters: SEEN_THROUGH,
    }),
    new TextLayer<Deep>({
      id: 'scene-major-picked',
      // A ring as a letter: no layer of circles is moved aside on the screen. On the sheet the map has its own.
      data: deep.filter(({ isPicked }) => isPicked),
      characterSet: ['○'],
      getText: () => '○',
      getPosition: placeOf,
      getPixelOffset: offset,
      getSize: RING,
      fontFamily: SCENE_FONT,
      fontWeight: 700,
      getColor: rgba(colours.picked),
      parameters: SEEN_THROUGH,
    }),
    noDepthLayer<SceneMajor>(colours, {
      id: 'scene-major-no-depth',
      data: majors.filter(isAtNoDepth),
      getColor: ink,
      getPixelOffset: (body) => [offset(body)[0], offset(body)[1] + 12],
    }),
    new TextLayer<SceneMajor>({
      id: 'scene-major-unknown',
      pickable: true,
      data: words,
      characterSet: 'auto',
      getText: ({ unknown }) => unknown ?? '',
      getPosition: placeOf,
      getSize: 11,
      fontFamily: SCENE_FONT,
      getColor: rgba(colours.text),
      background: true,
      getBackgroundColor: rgba(colours.halo, 225),
      backgroundPadding: [4, 2],
      getBorderColor: ink,
      getBorderWidth: 1,
      getPixelOffset: (body) => [offset(body)[0], offset(body)[1] + 22],
      parameters: SEEN_THROUGH,
    }),
    // of nothing the background of a label would be drawn all the same
  ].filter(({ props }) => (props.data as readonly unknown[]).length > 0);
};
