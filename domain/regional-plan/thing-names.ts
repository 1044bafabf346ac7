import type { Bilingual } from '../contracts/bilingual.ts';
import type { CountyFeature } from '../contracts/county.ts';
import type { Hazard } from '../contracts/hazard.ts';
import { asWritten, filled } from './bilingual-text.ts';
import { featureKey, type PlanGround } from './plan-sources.ts';
import { categoryWords, KIND_WORD } from './plan-words.ts';

type Named = Pick<CountyFeature, 'kind' | 'name'>;

/** What a thing is and what it is called; a name that says what it is goes by itself. */
export const thingWords = ({ kind, name }: Named): Bilingual => {
  const what = KIND_WORD[kind];
  const says = (language: keyof Bilingual): boolean =>
    name[language].toLowerCase().includes(what[language].toLowerCase());
  return {
    zh: says('zh') ? name.zh : `${what.zh} ${name.zh}`,
    en: says('en') ? name.en : `${what.en} ${name.en}`,
  };
};

type Things = Pick<PlanGround, 'thingById' | 'layerNames'>;

/** A thing of one of these mines by its id in the county; null: the county has none of that id. */
export const thingName = (
  { thingById }: Pick<Things, 'thingById'>,
  mines: readonly string[],
  id: string,
): Bilingual | null => {
  for (const mine of mines) {
    const found = thingById.get(featureKey(mine, id));
    if (found) return thingWords(found);
  }
  return null;
};

/**
 * Where a hazard is in the model of its mine, as people call it: the thing's name in the county; else its layer's title in the mine's
 * model; else what kind of hazard it is. Ids of layers are words of files.
 */
export const placeInModel = (
  { thingById, layerNames }: Things,
  { mine, category }: Pick<Hazard, 'mine' | 'category'>,
  { layer, feature }: { readonly layer: string; readonly feature: string },
): Bilingual => {
  const ids = [`${mine}/${layer}/${feature}`, feature, `${mine}/${feature}`, `${layer}/${feature}`];
  const found = ids.flatMap((id) => thingById.get(featureKey(mine, id)) ?? [])[0];
  if (found) {
    const named = thingWords(found);
    // What it is called says not always by which number it is in the drawings.
    return {
      zh: named.zh.includes(feature) ? named.zh : `${named.zh}（${feature}）`,
      en: named.en.includes(feature) ? named.en : `${named.en} (${feature})`,
    };
  }
  const title = layerNames.get(featureKey(mine, layer));
  return filled(asWritten('{what} {feature}'), { what: title ?? categoryWords(category), feature });
};
