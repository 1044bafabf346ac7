import { AimOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { type PlacePicker, useSurroundings } from '../ledger-context.ts';
import { coordinateText, drawnPlace, readCoordinates, wrongLines } from './coordinate-text.ts';
import { Field } from './field.tsx';

interface Props {
  readonly place: HazardPlace;
  readonly onChange: (place: HazardPlace) => void;
}

const KINDS = ['feature', 'point', 'line', 'polygon'] as const;
const DECIMALS = 1e7;

/** Where a hazard is: a feature of the model, or drawn; by clicks in the scene where there is one, else by coordinates. */
export const PlaceField = ({ place, onChange }: Props) => {
  const { t } = useTranslation();
  const { layers, picker } = useSurroundings();
  const [text, setText] = useState(() => coordinateText(place));
  const draw = (kind: HazardPlace['kind'], typed: string): void =>
    onChange(
      kind === 'feature'
        ? { kind, layer: layers[0]?.id ?? '', feature: '' }
        : drawnPlace(kind, readCoordinates(typed)),
    );
  const wrong = wrongLines(text);
  return (
    <fieldset className="hy-place-field">
      <legend>{t('hazardField.place')} *</legend>
      <Segmented<HazardPlace['kind']>
        size="small"
        aria-label={t('hazardField.place')}
        value={place.kind}
        options={KINDS.map((value) => ({ value, label: t(`placeKind.${value}`) }))}
        onChange={(kind) => draw(kind, text)}
      />
      {place.kind === 'feature' ? (
        <>
          <div className="hy-edit-two">
            <Field label={t('hazardEdit.layer')} name="layer" required>
              {(id) =>
                layers.length > 0 ? (
                  <Select
                    id={id}
                    value={place.layer}
                    options={layers.map((one) => ({ value: one.id, label: one.name }))}
                    onChange={(layer) => onChange({ ...place, layer })}
                  />
                ) : (
                  <Input
                    id={id}
                    value={place.layer}
                    onChange={({ target }) => onChange({ ...place, layer: target.value })}
                  />
                )
              }
            </Field>
            <Field label={t('hazardEdit.feature')} name="feature" required>
              {(id) => (
                <Input
                  id={id}
                  value={place.feature}
                  onChange={({ target }) => onChange({ ...place, feature: target.value })}
                />
              )}
            </Field>
          </div>
          {picker && <TakeSelected picker={picker} onTake={onChange} />}
        </>
      ) : (
        <>
          <Field
            label={t('hazardEdit.coordinates')}
            name="coordinates"
            hint={t('hazardEdit.coordinatesHint')}
          >
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: place.kind === 'point' ? 1 : 4, maxRows: 10 }}
                value={text}
                onChange={({ target }) => {
                  setText(target.value);
                  draw(place.kind, target.value);
                }}
              />
            )}
          </Field>
          {wrong.length > 0 && (
            <p role="alert" className="hy-bad">
              ✗ {t('hazardEdit.wrongLines', { lines: wrong.join(t('ledger.comma')) })}
            </p>
          )}
          {picker && (
            <PickPoints
              picker={picker}
              onPoint={(longitude, latitude) => {
                const at = [longitude, latitude].map((v) => Math.round(v * DECIMALS) / DECIMALS).join(', ');
                const next = place.kind === 'point' || text.trim() === '' ? at : `${text.trimEnd()}\n${at}`;
                setText(next);
                draw(place.kind, next);
              }}
            />
          )}
        </>
      )}
    </fieldset>
  );
};

interface TakeProps {
  readonly picker: PlacePicker;
  readonly onTake: (place: HazardPlace) => void;
}

const TakeSelected = ({ picker, onTake }: TakeProps) => {
  const { t } = useTranslation();
  const { nameOfLayer } = useSurroundings();
  const selected = picker.useSelected();
  return (
    <Button
      size="small"
      icon={<AimOutlined />}
      disabled={selected === null}
      data-action="take-selected"
      onClick={() => selected && onTake({ kind: 'feature', ...selected })}
    >
      {selected
        ? t('hazardEdit.takeSelected', {
            name: `${nameOfLayer(selected.layer) ?? selected.layer} · ${selected.feature}`,
          })
        : t('hazardEdit.selectFirst')}
    </Button>
  );
};

interface PickProps {
  readonly picker: PlacePicker;
  readonly onPoint: (longitude: number, latitude: number) => void;
}

const PickPoints = ({ picker, onPoint }: PickProps) => {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  const take = useRef(onPoint);
  useEffect(() => {
    take.current = onPoint;
  });
  useEffect(
    () => (picking ? picker.pick((longitude, latitude) => take.current(longitude, latitude)) : undefined),
    [picking, picker],
  );
  return (
    <Button
      size="small"
      type={picking ? 'primary' : 'default'}
      icon={<AimOutlined />}
      aria-pressed={picking}
      data-action="pick-points"
      onClick={() => setPicking(!picking)}
    >
      {picking ? t('hazardEdit.picking') : t('hazardEdit.pick')}
    </Button>
  );
};
