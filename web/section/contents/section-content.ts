import { SECTION_TITLE } from '../../../domain/drawing/drawing-titles.ts';
import { holeSectionLayers, holesInSection } from '../../../domain/drawing/hole-section-layers.ts';
import { peopleBandText } from '../../../domain/drawing/people-layers.ts';
import { cutLayers } from '../../../domain/drawing/section-layers.ts';
import { surveyChainage } from '../../../domain/drawing/survey-chainage.ts';
import { curtainSection } from '../../../domain/geology/section/curtain.ts';
import { pointInBand } from '../../../domain/geology/section/project-path.ts';
import { defaultLine } from '../usual-cut.ts';
import { type ContentRequest, type DrawingContent, eastingOffset, knownLabels } from './drawing-content.ts';

/** A vertical section along a line, with the boreholes near it. */
export const sectionContent = ({ mine, choice, language, certainBelow }: ContentRequest): DrawingContent => {
  const { bodies, frame, catalog, model, logs } = mine;
  const line = choice.cutLine ?? defaultLine(bodies, catalog.extent);
  const section = curtainSection(line, model, bodies);
  const chainage = surveyChainage(section.frame, frame, eastingOffset(catalog));
  const { toDrawing } = chainage;
  const { layers, legend } = cutLayers(section, { model, bodies, toDrawing, certainBelow, language });
  const band = choice.holeBand;
  const holes = choice.drawingHoles ? holesInSection(section.frame, logs, band, toDrawing) : [];
  return {
    kind: 'section',
    title: SECTION_TITLE[language],
    layers,
    legend,
    onPaper: (paper) => [holeSectionLayers(holes, { band, paper, language, known: knownLabels(legend) })],
    points: holes.flatMap(({ points }) => points),
    corners: chainage.corners,
    ends: ['A', 'A′'],
    // The whole line is on the sheet, also where it meets nothing.
    least: {
      left: 0,
      right: chainage.corners.at(-1)!.chainage,
      bottom: Number.POSITIVE_INFINITY,
      top: Number.NEGATIVE_INFINITY,
    },
    toSurvey: chainage.toSurvey,
    people: {
      where: peopleBandText(band, 'section', language),
      place: (east, north, up) => {
        const at = pointInBand(section.frame, [east, north], band);
        return at === null ? null : toDrawing(at, up);
      },
    },
  };
};
