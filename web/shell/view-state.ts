import type { Language } from '../../domain/contracts/bilingual.ts';
import { CERTAIN_BELOW } from '../../domain/contracts/deviation.ts';
import type { EvidenceKind } from '../../domain/evidence/feature-evidence.ts';
import type { Slice } from '../../domain/geology/slice/slice.ts';
import type { Measurement } from '../../domain/measure/measurement.ts';
import type { CameraPose, LayerAppearance } from '../engines/mine-view.ts';
import { DEFAULT_DRAWING, type DrawingChoice } from './drawing-choice.ts';
import { DEFAULT_HOLES, type HoleChoice } from './hole-choice.ts';
import { DEFAULT_LEDGER, type LedgerChoice } from './ledger-choice.ts';
import { DEFAULT_PLAN, type PlanChoice } from './plan-choice.ts';
import { DEFAULT_REGION, type RegionChoice } from './region-choice.ts';

/** One feature of one layer, by the value of the layer's `id` property. */
export interface FeatureRef {
  readonly layerId: string;
  readonly featureId: string;
}

/** What rules ask of a mine and its model can answer. */
export const DUTIES = ['due', 'coverage', 'escape', 'hot-work', 'right'] as const;
export type DutyKind = (typeof DUTIES)[number];

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface DriveOnQuestion {
  readonly heading: string | null;
  /** Metres along the heading, 2 decimals, in the stretch that was chosen; left out: none was. */
  readonly along?: number;
}

/** Everything a link carries: what one person sees, so that another can see the same. */
export interface ViewState extends DrawingChoice, HoleChoice, RegionChoice, LedgerChoice, PlanChoice {
  /** null until the list of mines is known and the first one is opened. */
  readonly mine: string | null;
  readonly workspace: string;
  /** null = the mine's home view. */
  readonly pose: CameraPose | null;
  /** Only layers that differ from how the catalog shows them at the start. */
  readonly layers: Readonly<Record<string, LayerAppearance>>;
  /** Vertical exaggeration, 1…5. */
  readonly exaggeration: number;
  /** 0 = solid ground … 1 = only its rim lines. */
  readonly seeThrough: number;
  /** Standard deviation of a modelled surface up to which it is drawn as certain, metres. */
  readonly certainBelow: number;
  /** How the 3D mine is cut open; null: whole. */
  readonly slice: Slice | null;
  /** What is measured in the 3D mine; null: the tool is not open. */
  readonly measure: Measurement | null;
  /** "May we drive on?": null: not asked; of all planned headings, or of one by its id. */
  readonly driveOn: DriveOnQuestion | null;
  /** Which duty of the mine is looked into; null: none. */
  readonly duty: DutyKind | null;
  /** Of its exits: the place or roadway, by id, whose ways out are shown; null: none. */
  readonly wayFrom: string | null;
  readonly selected: FeatureRef | null;
  readonly isolated: FeatureRef | null;
  /** Hidden things are shown only where they were found by one of these; null: all are. */
  readonly evidence: readonly EvidenceKind[] | null;
  /** The moment of the past that is shown, ms, whole seconds; null = live. */
  readonly time: number | null;
  /** The live column's open panel; null = the first, `none` = the column is closed. */
  readonly panel: string | null;
  /** The selected person or vehicle, by the id of the tag: handles end with the gateway. */
  readonly who: string | null;
  /** The selected device's id. */
  readonly device: string | null;
  /** null = not said by the link: the person's own choice, else the browser's language. */
  readonly language: Language | null;
  /** null = not said by the link: the person's own choice, else the system's theme. */
  readonly theme: ThemeChoice | null;
  /** `half` draws at half resolution: for machines without a GPU, and browser tests. */
  readonly render: 'full' | 'half';
}

export const DEFAULT_VIEW: ViewState = {
  mine: null,
  workspace: 'mine',
  pose: null,
  layers: {},
  exaggeration: 1,
  seeThrough: 0.6,
  certainBelow: CERTAIN_BELOW,
  slice: null,
  measure: null,
  driveOn: null,
  duty: null,
  wayFrom: null,
  selected: null,
  isolated: null,
  evidence: null,
  time: null,
  panel: null,
  who: null,
  device: null,
  ...DEFAULT_DRAWING,
  ...DEFAULT_HOLES,
  ...DEFAULT_REGION,
  ...DEFAULT_LEDGER,
  ...DEFAULT_PLAN,
  language: null,
  theme: null,
  render: 'full',
};

/** What belongs to one mine and is forgotten when another is opened. */
export const forMine = (mine: string): Partial<ViewState> => ({
  mine,
  pose: DEFAULT_VIEW.pose,
  layers: DEFAULT_VIEW.layers,
  exaggeration: DEFAULT_VIEW.exaggeration,
  seeThrough: DEFAULT_VIEW.seeThrough,
  certainBelow: DEFAULT_VIEW.certainBelow,
  slice: DEFAULT_VIEW.slice,
  measure: DEFAULT_VIEW.measure,
  driveOn: DEFAULT_VIEW.driveOn,
  duty: DEFAULT_VIEW.duty,
  wayFrom: DEFAULT_VIEW.wayFrom,
  selected: DEFAULT_VIEW.selected,
  isolated: DEFAULT_VIEW.isolated,
  evidence: DEFAULT_VIEW.evidence,
  time: DEFAULT_VIEW.time,
  panel: DEFAULT_VIEW.panel,
  who: DEFAULT_VIEW.who,
  device: DEFAULT_VIEW.device,
  cutLine: DEFAULT_VIEW.cutLine,
  cutLevel: DEFAULT_VIEW.cutLevel,
  strikeLine: DEFAULT_VIEW.strikeLine,
  columnHole: DEFAULT_VIEW.columnHole,
  openHazard: DEFAULT_VIEW.openHazard,
  ledgerQuery: DEFAULT_VIEW.ledgerQuery,
  ...DEFAULT_HOLES,
});
