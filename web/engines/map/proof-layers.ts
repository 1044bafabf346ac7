import type { Layer } from '@deck.gl/core';
import { LineLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { SceneProof } from '../county-view.ts';
import { type Point3, rgba, SCENE_FONT } from './scene-colours.ts';

/** The lines that prove a finding, with their ends, plumb lines and labels; over all else, for they are what is asked for. */
export const proofLayers = (
  proofs: readonly SceneProof[],
  level: number,
  colours: CountyColours,
): Layer[] => {
  const at = ([x, y, z]: SceneProof['from']): Point3 => [x, y, z - level];
  const ends = proofs.flatMap((proof) => {
    const { from, to, certain } = proof;
    return [
      { proof, point: from, certain },
      { proof, point: to, certain },
    ];
  });
  return [
    // plumb lines: without them nobody can tell where on the sheet a point lies
    new LineLayer<(typeof ends)[number]>({
      id: 'scene-plumbs',
      data: ends,
      getSourcePosition: ({ point }) => at(point),
      getTargetPosition: ({ point: [x, y] }) => [x, y, 0],
      getColor: rgba(colours.quietText, 150),
      getWidth: 1,
      updateTriggers: { getSourcePosition: level, getColor: colours },
    }),
    new LineLayer<SceneProof>({
      id: 'scene-proofs',
      pickable: true,
      data: proofs,
      getSourcePosition: ({ from }) => at(from),
      getTargetPosition: ({ to }) => at(to),
      getColor: rgba(colours.text),
      getWidth: ({ certain }) => (certain ? 4 : 2.5),
      parameters: { depthCompare: 'always' },
      updateTriggers: { getSourcePosition: level, getTargetPosition: level, getColor: colours },
    }),
    new ScatterplotLayer<(typeof ends)[number]>({
      id: 'scene-ends',
      pickable: true,
      data: ends,
      getPosition: ({ point }) => at(point),
      getRadius: 5,
      radiusUnits: 'pixels',
      billboard: true,
      stroked: true,
      getFillColor: ({ certain }) => rgba(certain ? colours.text : colours.halo),
      getLineColor: rgba(colours.text),
      lineWidthUnits: 'pixels',
      getLineWidth: 2,
      parameters: { depthCompare: 'always' },
      updateTriggers: { getPosition: level, getFillColor: colours, getLineColor: colours },
    }),
    new TextLayer<SceneProof>({
      id: 'scene-labels',
      pickable: true,
      // of nothing the background would be drawn all the same
      data: proofs.filter(({ label }) => label !== ''),
      characterSet: 'auto',
      getText: ({ label }) => label,
      getPosition: ({ from, to }) =>
        at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2]),
      getSize: 14,
      fontFamily: SCENE_FONT,
      fontWeight: 700,
      getColor: rgba(colours.text),
      background: true,
      getBackgroundColor: rgba(colours.halo, 235),
      backgroundPadding: [6, 3],
      getPixelOffset: [0, -18],
      parameters: { depthCompare: 'always' },
      updateTriggers: { getPosition: level, getColor: colours, getBackgroundColor: colours },
    }),
  ];
};
