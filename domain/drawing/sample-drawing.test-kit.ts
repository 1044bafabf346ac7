import type { Drawing } from './drawing.ts';
import { makeSheet } from './sheet.ts';

/** A plan at 1:1000 on A4 around E 39 512 345.678, with an area with a hole, a line, dashes and Chinese text. */
export const sampleDrawing = (): Drawing => {
  const sheet = makeSheet('A4', 'landscape');
  const [east, north] = [39_512_345.678, 3_909_855.123];
  return {
    kind: 'plan',
    title: '青石铁矿 -180m 中段平面图',
    language: 'zh',
    sheet,
    view: { scale: 1000, model: [east, north], paper: [100, 100], exaggeration: 1 },
    field: { left: 30, bottom: 20, right: 280, top: 190 },
    layers: [
      {
        id: 'GOAF',
        name: { zh: '采空区', en: 'Goafs' },
        space: 'model',
        shapes: [
          {
            type: 'area',
            rings: [
              [
                [east, north],
                [east + 50, north],
                [east + 50, north + 40],
                [east, north + 40],
              ],
              [
                [east + 10, north + 10],
                [east + 20, north + 10],
                [east + 20, north + 20],
              ],
            ],
            fill: { colour: '#c9a27c', pattern: 'limestone', patternColour: '#333333' },
            stroke: { colour: '#aa0000', width: 0.35 },
            ref: { layerId: 'goafs', featureId: 'CQ-07' },
          },
        ],
      },
      {
        id: 'ROADWAY',
        name: { zh: '巷道', en: 'Roadways' },
        space: 'model',
        shapes: [
          {
            type: 'line',
            points: [
              [east - 20.0005, north],
              [east + 90.0005, north + 0.0004],
            ],
            stroke: { colour: '#0000ff', width: 0.25, dash: [2, 1] },
          },
          {
            type: 'text',
            at: [east + 5, north + 5],
            text: '采空区 CQ-07 <水>',
            size: 3,
            anchor: 'middle',
            angle: 30,
          },
        ],
      },
      {
        id: 'FRAME',
        name: { zh: '图框', en: 'Frame' },
        space: 'paper',
        shapes: [
          {
            type: 'line',
            closed: true,
            points: [
              [sheet.frame.left, sheet.frame.bottom],
              [sheet.frame.right, sheet.frame.bottom],
              [sheet.frame.right, sheet.frame.top],
              [sheet.frame.left, sheet.frame.top],
            ],
            stroke: { colour: '#000000', width: 0.7 },
          },
          { type: 'text', at: [270, 30], text: '总工程师', size: 5, anchor: 'end', bold: true },
        ],
      },
    ],
  };
};
