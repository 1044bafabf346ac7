import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { CountyFeature, CountySite } from '../../domain/contracts/county.ts';
import type { CountyManifest, CountySource, CountySourceOf } from '../../domain/contracts/county-manifest.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import { type DisasterKindsRule, ruleBookSchema } from '../../domain/contracts/live/rule-book.ts';
import { type NeighbourRules, neighbourRulesSchema } from '../../domain/contracts/neighbours.ts';
import type { SiteRules } from '../../domain/contracts/site-rules.ts';
import { readElevationGrid } from '../read/elevation-grid.ts';
import { findingAt } from '../read/finding-place.ts';
import type { ElevationGrid } from '../read/read-result.ts';
import { type CountyRecords, readCountyRecords } from './county-records.ts';
import { DISASTER_WORDS } from './county-words.ts';
import { loseToNearMines, type OwnerlessRow, ownerlessRow } from './ownerless-rows.ts';
import {
  type BaseFeature,
  type BaseLayer,
  isBaseKind,
  layerOf,
  readBase,
  readTowns,
  type Town,
} from './read-base.ts';
import { readHistory, unlikeHistory } from './read-history.ts';
import { noFeatureIds, readMineFeatures } from './read-mine-features.ts';
import { type MineDraft, readDisasterGrades, readFacts, readRegister, readRights } from './read-register.ts';
import { readSites } from './read-sites.ts';

/** Everything county.yaml names, read. */
export interface CountyContent {
  readonly base: ReadonlyMap<BaseLayer, readonly BaseFeature[]>;
  readonly towns: readonly Town[];
  readonly relief: {
    readonly grid: ElevationGrid;
    readonly crs: string;
    readonly contours: number | null;
  } | null;
  readonly mines: readonly MineDraft[];
  readonly features: readonly CountyFeature[];
  readonly sites: readonly CountySite[];
  readonly rules: NeighbourRules;
  readonly disasterKinds: readonly DisasterKindsRule[];
  /** null: the county has no rules of sites. */
  readonly siteRules: SiteRules | null;
  readonly findings: Finding[];
}

/** Without these the county is whole but poorer; what is lost is said. */
const WISHED: Readonly<Partial<Record<CountySource['kind'], { readonly zh: string }>>> = {
  boundary: { zh: '没有县界' },
  towns: { zh: '不能按乡镇统计' },
  relief: { zh: '没有地形' },
  mines: { zh: '没有矿山' },
  'mining-rights': { zh: '不能比较矿权' },
  'mine-features': { zh: '不能比较巷道、采空区和含水构造' },
  'mine-facts': { zh: '履职事项全部未知' },
};

const sourcesOf = <K extends CountySource['kind']>(manifest: CountyManifest, kind: K): CountySourceOf<K>[] =>
  manifest.sources.filter((source): source is CountySourceOf<K> => source.kind === kind);

/** The rules of neighbours; where the file cannot be used that is an error, for without rules everything would be "unknown". */
const readRules = async (
  manifest: CountyManifest,
  folder: string,
  findings: Finding[],
): Promise<Pick<CountyContent, 'rules' | 'disasterKinds' | 'siteRules'>> => {
  const none = { rules: neighbourRulesSchema.parse({}), disasterKinds: [], siteRules: null };
  if (manifest.rules === undefined) return none;
  const place = { source: 'rules', file: manifest.rules };
  const lines = new LineCounter();
  const document = parseDocument(await readFile(resolve(folder, manifest.rules), 'utf8'), {
    lineCounter: lines,
  });
  const wrong = (row: number, column: string | undefined, reason: string): typeof none => {
    findings.push(
      findingAt(
        'error',
        'county-rules-wrong',
        { ...place, row, ...(column ? { column } : {}) },
        { params: { reason } },
      ),
    );
    return none;
  };
  const [fault] = document.errors;
  if (fault) return wrong(fault.linePos?.[0].line ?? 1, undefined, fault.message.split('\n')[0]!);
  const book = ruleBookSchema.safeParse(document.toJS());
  if (book.success) {
    const { neighbours, disasterKinds, sites = null } = book.data;
    return {
      rules: neighbours ?? none.rules,
      // Rules may name kinds as the register's column does.
      disasterKinds: (disasterKinds ?? []).map((rule) => ({
        ...rule,
        kinds: rule.kinds.map((kind) => DISASTER_WORDS[kind] ?? kind),
      })),
      siteRules: sites,
    };
  }
  const { path, message } = book.error.issues[0]!;
  const node = document.getIn(path, true);
  const row = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  return wrong(row, path.join('.'), message);
};

/**
 * @param bundles ids of mines whose bundles can be read
 * @throws SurveyFileError where a file cannot be read at all
 */
export const readCounty = async (
  manifest: CountyManifest,
  folder: string,
  bundles: ReadonlySet<string>,
): Promise<CountyContent> => {
  const findings: Finding[] = [];
  const place = { source: 'county.yaml', file: 'county.yaml' };
  for (const [kind, { zh }] of Object.entries(WISHED))
    if (!manifest.sources.some((source) => source.kind === kind))
      findings.push(findingAt('warning', 'county-source-missing', place, { params: { kind, lost: zh } }));
  const read = (source: CountySource): Promise<CountyRecords> =>
    readCountyRecords(source, manifest.survey.crs, folder, findings);
  const provenanceOf = (source: CountySource) => source.provenance ?? manifest.provenance;

  const base = new Map<BaseLayer, BaseFeature[]>();
  const towns: Town[] = [];
  for (const source of manifest.sources) {
    if (!isBaseKind(source.kind)) continue;
    const records = await read(source);
    const layer = layerOf(source.kind);
    base.set(layer, [...(base.get(layer) ?? []), ...readBase(records)]);
    if (source.kind === 'towns') towns.push(...readTowns(records));
  }
  const mines = new Map<string, MineDraft>();
  for (const source of sourcesOf(manifest, 'mines'))
    for (const mine of readRegister(await read(source), towns, provenanceOf(source), bundles))
      mines.set(mine.id, mine);
  for (const source of sourcesOf(manifest, 'mine-history')) readHistory(await read(source), mines);
  findings.push(...unlikeHistory([...mines.values()], manifest.asOf ?? null));
  for (const source of sourcesOf(manifest, 'mine-facts')) readFacts(await read(source), mines);
  for (const source of sourcesOf(manifest, 'disaster-grades')) readDisasterGrades(await read(source), mines);
  const ownerless: OwnerlessRow[] = [];
  for (const source of sourcesOf(manifest, 'mining-rights')) {
    const records = await read(source);
    readRights(records, mines, (record) => ownerless.push(ownerlessRow(records, record, 'right')));
  }
  const features: CountyFeature[] = [];
  const featureIds = noFeatureIds();
  for (const source of sourcesOf(manifest, 'mine-features'))
    features.push(...readMineFeatures(await read(source), mines, featureIds, ownerless));
  loseToNearMines(ownerless, [...mines.values()], features, manifest.lookWithin);
  const sites: CountySite[] = [];
  const taken = new Set<string>();
  for (const source of sourcesOf(manifest, 'sites'))
    sites.push(...readSites(await read(source), towns, mines, taken, provenanceOf(source)));

  let relief: CountyContent['relief'] = null;
  for (const source of sourcesOf(manifest, 'relief')) {
    const id = source.id ?? 'relief';
    const grid = await readElevationGrid(resolve(folder, source.file), {
      source: id,
      shownAs: source.file,
      band: source.band,
    });
    findings.push(...grid.findings);
    relief = { grid, crs: source.crs ?? grid.crs ?? manifest.survey.crs, contours: source.contours ?? null };
  }
  return {
    base,
    towns,
    relief,
    mines: [...mines.values()],
    features,
    sites,
    ...(await readRules(manifest, folder, findings)),
    findings,
  };
};
