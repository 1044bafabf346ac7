import type { BoreholeLog, LogInterval } from '../boreholes/borehole-log.ts';
import { metres } from '../units/quantities.ts';

const interval = (from: number, to: number, zh: string, en: string, colour: string): LogInterval => ({
  from: metres(from),
  to: metres(to),
  rockKey: en,
  rock: { zh, en },
  colour,
  lithology: en === 'not logged' ? null : en,
  logged: en !== 'not logged',
  featureId: `ZK1 ${from}–${to}`,
  source: en === 'not logged' ? null : 'log',
  values: {},
});

/** A vertical hole of 70 m at (50, −8), collar at 100 up: clay, limestone, and 10 m that nobody logged. */
export const sampleLog = (o: Partial<BoreholeLog> = {}): BoreholeLog => ({
  layerId: 'boreholes',
  hole: 'ZK1',
  title: 'ZK1',
  provenance: 'measured',
  plan: { easting: metres(500_050), northing: metres(3_999_992) },
  height: metres(100),
  depth: metres(70),
  surveyed: true,
  path: Float64Array.of(0, 50, -8, 100, 70, 50, -8, 30),
  water: [{ depth: metres(12), elevation: metres(88), date: '2025-04-15' }],
  values: {},
  intervals: [
    interval(0, 20, '黏土', 'clay', '#d8c27a'),
    interval(20, 60, '灰岩', 'limestone', '#8fb8d8'),
    interval(60, 70, '未编录', 'not logged', '#9a9a9a'),
  ],
  structures: [],
  assays: [],
  bases: null,
  intervalColumns: [],
  collarColumns: [],
  structureColumns: [],
  assayColumns: [],
  ...o,
});
