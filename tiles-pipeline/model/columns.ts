import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CatalogProperty } from '../../domain/contracts/catalog.ts';

type Extra = Partial<Pick<CatalogProperty, 'unit' | 'decimals' | 'role' | 'values'>>;

export const textColumn = (id: string, zh: string, en: string, extra: Extra = {}): CatalogProperty => ({
  id,
  name: { zh, en },
  type: 'string',
  ...extra,
});

export const numberColumn = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  decimals = 1,
  extra: Extra = {},
): CatalogProperty => ({ id, name: { zh, en }, type: 'number', unit, decimals, ...extra });

export const integerColumn = (id: string, zh: string, en: string, extra: Extra = {}): CatalogProperty => ({
  id,
  name: { zh, en },
  type: 'integer',
  ...extra,
});

export const booleanColumn = (id: string, zh: string, en: string): CatalogProperty => ({
  id,
  name: { zh, en },
  type: 'boolean',
  values: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
});

/** Names of the values a coded column can take. */
export const coded = (values: Readonly<Record<string, Bilingual>>): Extra => ({ values: { ...values } });

/** Where a dimension comes from: the survey file or an assumption written in mine.yaml. */
export const ORIGIN_VALUES = coded({
  measured: { zh: '测量数据', en: 'from the file' },
  assumed: { zh: '假定（清单默认值）', en: 'assumed (manifest default)' },
});
