import { EditOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { PlacedHazard } from '../../../domain/contracts/ledger-list.ts';
import { canonicalJson } from '../../../domain/hazards/ledger-chain.ts';
import { Field } from '../edit/field.tsx';
import { PlaceField } from '../edit/place-field.tsx';
import { placeText } from '../hazard-words.ts';
import { type ModelFeature, useNameOfLayer, useSurroundings } from '../ledger-context.ts';

interface Props {
  readonly mine: string;
  /** null: not stated. */
  readonly place: HazardPlace | null;
  /** Hidden hazards it is about: it may lie where one of them does. */
  readonly linked: readonly PlacedHazard[];
  readonly onChange: (place: HazardPlace | null) => void;
}

type Way = 'none' | 'hidden' | 'model' | 'own';

const modelKey = ({ layer, feature }: Pick<ModelFeature, 'layer' | 'feature'>): string =>
  `${layer}\n${feature}`;

/** Where a major hazard is: not stated, where a hidden one is, at something of the mine's model, or drawn. */
export const MajorPlaceField = ({ mine, place, linked, onChange }: Props) => {
  const { t } = useTranslation();
  const { useModelFeatures, sketch, picker } = useSurroundings();
  /** Whoever asked to draw it points at once. */
  const [picks, setPicks] = useState(false);
  const nameOfLayer = useNameOfLayer(mine);
  const features = useModelFeatures(mine);
  const same = linked.find((one) => place && canonicalJson(one.place) === canonicalJson(place));
  const [way, setWay] = useState<Way>(() => (place === null ? 'none' : same ? 'hidden' : 'own'));
  const ways: readonly Way[] = [
    'none',
    ...(linked.length > 0 ? (['hidden'] as const) : []),
    ...(features.length > 0 ? (['model'] as const) : []),
    'own',
  ];
  // Of what is no longer linked, nothing is taken: the place stays, as one of its own.
  const shown = place === null ? 'none' : ways.includes(way) ? way : 'own';
  const choose = (next: Way): void => {
    setWay(next);
    if (next === 'none') onChange(null);
    else if (next === 'hidden') onChange(linked[0]!.place);
    else if (place === null) onChange({ kind: 'point', at: [Number.NaN, Number.NaN] });
  };
  const draw = (): void => {
    // Whoever gives up drawing on the map has no place again.
    if (sketch) {
      setWay('own');
      sketch.toggle('major');
      return;
    }
    setPicks(true);
    choose('own');
  };
  const chosen = place?.kind === 'feature' ? modelKey(place) : null;
  return (
    <fieldset className="hy-place-field" data-field="major-place">
      <legend>{t('hazardField.place')}</legend>
      <Segmented<Way>
        size="small"
        aria-label={t('hazardField.place')}
        value={shown}
        options={ways.map((value) => ({ value, label: t(`majorPlace.${value}`) }))}
        onChange={choose}
      />
      {shown === 'none' && (sketch || picker) && (
        <Button size="small" icon={<EditOutlined />} data-action="draw-major-place" onClick={draw}>
          {t('majorPlace.draw')}
        </Button>
      )}
      {shown === 'hidden' && (
        <Field label={t('major.placeOf')} name="place-of">
          {(id) => (
            <Select
              id={id}
              value={(same ?? linked[0])?.id}
              options={linked.map((one) => ({
                value: one.id,
                label: `${one.title} · ${placeText(one.place, t, nameOfLayer)}`,
              }))}
              onChange={(of: string) => onChange(linked.find((one) => one.id === of)?.place ?? null)}
            />
          )}
        </Field>
      )}
      {shown === 'model' && (
        <Field label={t('major.modelFeature')} name="model-feature" required>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('major.modelSearch', { n: features.length })}
              value={features.some((one) => modelKey(one) === chosen) ? chosen : null}
              options={features.map((one) => ({
                value: modelKey(one),
                label: `${one.name} · ${one.feature}`,
              }))}
              onChange={(key: string | null) => {
                const found = features.find((one) => modelKey(one) === key);
                if (found) onChange({ kind: 'feature', layer: found.layer, feature: found.feature });
              }}
            />
          )}
        </Field>
      )}
      {shown === 'own' && place && (
        <PlaceField mine={mine} place={place} onChange={onChange} form="major" picks={picks} />
      )}
    </fieldset>
  );
};
