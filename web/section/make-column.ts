import { type BoreholeLog, pointAtDepth } from '../../domain/boreholes/borehole-log.ts';
import { type ColumnChoice, chooseColumn, columnSheet } from '../../domain/drawing/column-sheet.ts';
import { columnTitle } from '../../domain/drawing/drawing-titles.ts';
import { makeSheet } from '../../domain/drawing/sheet.ts';
import { type ContentRequest, eastingOffset } from './contents/drawing-content.ts';
import { type BlockNotes, type MadeDrawing, titleBlockOf } from './made-drawing.ts';
import type { SectionMine } from './section-data.ts';

/** The hole a column is drawn of: the chosen one, else the first; null where the mine has none. */
export const chosenLog = (
  { logs }: Pick<SectionMine, 'logs'>,
  { columnHole }: Pick<ContentRequest['choice'], 'columnHole'>,
): BoreholeLog | null =>
  logs.find(({ layerId, hole }) => layerId === columnHole?.layerId && hole === columnHole.featureId) ??
  logs[0] ??
  null;

/** The column of a hole as a sheet; an empty sheet where the mine has no holes. */
export const makeColumn = (request: ContentRequest, notes: BlockNotes): MadeDrawing => {
  const { mine, choice, language } = request;
  const log = chosenLog(mine, choice);
  if (!log) return emptySheet(request);
  const { frame, catalog } = mine;
  const { path } = log;
  const content = {
    log,
    language,
    block: titleBlockOf(mine, columnTitle(log.title)[language], notes, language),
    elevationAt: path && ((depth: number) => frame.enuToSurvey(pointAtDepth(path, depth)).height),
    eastingOffset: eastingOffset(catalog),
  };
  const { choice: sheet, fits } = chooseColumn(content, {
    scale: choice.drawingScale,
    paper: choice.drawingPaper,
  });
  return {
    drawing: columnSheet(content, sheet),
    choice: { ...sheet, exaggeration: 1 },
    fits,
    empty: false,
    toSurvey: null,
    place: null,
    peopleLayers: null,
  };
};

const emptySheet = ({ language }: ContentRequest): MadeDrawing => {
  const choice: ColumnChoice = { size: 'A4', orientation: 'portrait', scale: 500 };
  const sheet = makeSheet(choice.size, choice.orientation);
  return {
    drawing: {
      kind: 'columns',
      title: '',
      language,
      sheet,
      view: { scale: choice.scale, exaggeration: 1, model: [0, 0], paper: [0, 0] },
      field: sheet.frame,
      layers: [],
    },
    choice: { ...choice, exaggeration: 1 },
    fits: true,
    empty: true,
    toSurvey: null,
    place: null,
    peopleLayers: null,
  };
};
