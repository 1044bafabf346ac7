import type { Catalog } from '../contracts/catalog.ts';
import { degrees, metres } from '../units/quantities.ts';
import { createMineFrame, type MineFrame } from './mine-frame.ts';
import { createSurveySystem } from './survey-system.ts';

/** The mine's frame as its bundle says it. @throws RangeError where the catalog's projection is not understood */
export const frameOfCatalog = ({ survey, frame }: Pick<Catalog, 'survey' | 'frame'>): MineFrame =>
  createMineFrame({
    survey: createSurveySystem({
      proj: survey.proj,
      axes: survey.axes,
      zonePrefix: survey.zonePrefix,
      units: survey.units,
    }),
    geoidSeparation: metres(survey.geoidSeparation.metres),
    origin: {
      longitude: degrees(frame.origin.longitude),
      latitude: degrees(frame.origin.latitude),
      ellipsoidHeight: metres(frame.origin.ellipsoidHeight),
    },
  });
