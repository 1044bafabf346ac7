import type { Language } from '../../../domain/contracts/bilingual.ts';
import type {
  CatalogLayer,
  CatalogProperty,
  CatalogSource,
  LegendEntry,
} from '../../../domain/contracts/catalog.ts';
import { PROVENANCES, type Provenance } from '../../../domain/contracts/layers.ts';
import type { PickedFeature } from '../../engines/mine-view.ts';
import { formatNumber, formatPropertyNumber } from '../../shell/format-number.ts';

type Value = PickedFeature['properties'][string];

export interface FeatureRow {
  readonly id: string;
  readonly name: string;
  /** null where the value is not known. */
  readonly text: string | null;
  readonly unit?: string;
  readonly numeric: boolean;
}

export interface FeatureSummary {
  readonly title: string;
  readonly provenance: Provenance;
  readonly legend: LegendEntry | null;
  /** One row a column of the catalog, in its order, the value missing or not. */
  readonly rows: readonly FeatureRow[];
  /** Values the catalog has no column for: shown under their raw names, so that nothing is lost. */
  readonly unnamed: readonly FeatureRow[];
}

const isKnown = (value: Value | undefined): value is string | number | boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'number' && !Number.isFinite(value));

const textOf = (
  value: Value | undefined,
  property: CatalogProperty,
  language: Language,
  words: { yes: string; no: string },
): string | null => {
  if (!isKnown(value)) return null;
  const coded = property.values?.[String(value)];
  if (coded) return coded[language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  // Identifiers and dates are names that happen to be digits: grouping would falsify them.
  if (property.role === 'id' || property.role === 'title' || property.role === 'date') return String(value);
  return formatPropertyNumber(value, property);
};

const roleText = (feature: PickedFeature, layer: CatalogLayer, role: CatalogProperty['role']) => {
  const property = layer.properties.find((one) => one.role === role);
  const value = property && feature.properties[property.id];
  return isKnown(value) ? String(value) : null;
};

/** The feature's name for a heading or tooltip: its title column, else its id. */
export const featureTitle = (feature: PickedFeature, layer: CatalogLayer): string =>
  roleText(feature, layer, 'title') ?? feature.featureId;

/** The title of a feature where its attributes are known, else its id. */
export const nameOfFeature = (
  ref: { readonly layerId: string; readonly featureId: string },
  known: PickedFeature | null,
  layers: readonly CatalogLayer[],
): string => {
  const layer = layers.find(({ id }) => id === ref.layerId);
  return layer && known?.layerId === ref.layerId && known.featureId === ref.featureId
    ? featureTitle(known, layer)
    : ref.featureId;
};

/** Shown in the card's heading rather than as a row. */
const HEADING_ROLES: readonly CatalogProperty['role'][] = ['title', 'provenance', 'legend'];

/** The file a source is read from, as the user knows it: without its folders. */
const fileOf = (sourceId: string, sources: readonly CatalogSource[]): string =>
  sources
    .find(({ id }) => id === sourceId)
    ?.files[0]?.path.split('/')
    .at(-1) ?? sourceId;

/** A picked feature as the card shows it. */
export const summariseFeature = (
  feature: PickedFeature,
  layer: CatalogLayer,
  sources: readonly CatalogSource[],
  language: Language,
  words: { yes: string; no: string },
): FeatureSummary => {
  const own = roleText(feature, layer, 'provenance');
  const legendKey = roleText(feature, layer, 'legend');
  const named = new Set(layer.properties.map(({ id }) => id));
  return {
    title: featureTitle(feature, layer),
    provenance: PROVENANCES.find((one) => one === own) ?? layer.provenance,
    legend: layer.legend.find(({ key }) => key === legendKey) ?? null,
    rows: layer.properties
      .filter(({ role }) => !HEADING_ROLES.includes(role))
      .map((property) => {
        const value = feature.properties[property.id];
        return {
          id: property.id,
          name: property.name[language],
          text:
            property.role === 'source' && isKnown(value)
              ? fileOf(String(value), sources)
              : textOf(value, property, language, words),
          unit: property.unit,
          numeric: typeof value === 'number',
        };
      }),
    unnamed: Object.entries(feature.properties)
      .filter(([id]) => !named.has(id))
      .map(([id, value]) => ({
        id,
        name: id,
        text: isKnown(value) ? (typeof value === 'number' ? formatNumber(value) : String(value)) : null,
        numeric: typeof value === 'number',
      })),
  };
};
