import { AimOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { drawnRefusals } from '../../../domain/hazards/place-refusals.ts';
import { useLanguage } from '../../shell/preferences.ts';
import {
  type DrawnForm,
  type MapSketch,
  type PlacePicker,
  useNameOfLayer,
  useSurroundings,
} from '../ledger-context.ts';
import {
  coordinateText,
  drawnPlace,
  positionsOf,
  readCoordinates,
  redrawn,
  rounded,
  wrongLines,
} from './coordinate-text.ts';
import { FarPlaceNote } from './far-place-note.tsx';
import { Field } from './field.tsx';
import { PlaceSize } from './place-size.tsx';

interface Props {
  readonly mine: string;
  readonly place: HazardPlace;
  readonly onChange: (place: HazardPlace) => void;
  /** Whose place it is; left out: of a hidden hazard. */
  readonly form?: DrawnForm;
  /** Points are picked in the scene from the start. */
  readonly picks?: boolean;
}

const KINDS = ['feature', 'point', 'line', 'polygon'] as const;
type Drawn = Exclude<HazardPlace, { kind: 'feature' }>;

/** Where a hazard is: a feature of the model, or drawn; by clicks in the scene or on the map where there is one, else by coordinates. */
export const PlaceField = ({ mine, place, onChange, form = 'hazard', picks = false }: Props) => {
  const { t } = useTranslation();
  const { useLayers, picker, sketch } = useSurroundings();
  const layers = useLayers(mine);
  const draw = (kind: HazardPlace['kind']): void =>
    onChange(
      kind === 'feature'
        ? { kind, layer: layers[0]?.id ?? '', feature: '' }
        : drawnPlace(kind, positionsOf(place)),
    );
  return (
    <fieldset className="hy-place-field">
      <legend>{t('hazardField.place')} *</legend>
      <Segmented<HazardPlace['kind']>
        size="small"
        aria-label={t('hazardField.place')}
        value={place.kind}
        options={KINDS.map((value) => ({ value, label: t(`placeKind.${value}`) }))}
        onChange={draw}
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
          {picker && <TakeSelected mine={mine} picker={picker} onTake={onChange} />}
        </>
      ) : (
        <>
          <Coordinates mine={mine} place={place} onChange={onChange} />
          {picker && (
            <PickPoints
              picker={picker}
              picks={picks}
              onPoint={(longitude, latitude) =>
                onChange(
                  redrawn(place, [
                    ...(place.kind === 'point' ? [] : positionsOf(place)),
                    rounded([longitude, latitude]),
                  ]),
                )
              }
            />
          )}
          {sketch && <DrawOnMap sketch={sketch} form={form} />}
        </>
      )}
    </fieldset>
  );
};

interface CoordinatesProps {
  readonly mine: string;
  readonly place: Drawn;
  readonly onChange: (place: HazardPlace) => void;
}

/** Its corners as text, in the system one has them in; how large it is, and what is wrong with it. */
const Coordinates = ({ mine, place, onChange }: CoordinatesProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { systems } = useSurroundings();
  const [chosen, setChosen] = useState('wgs84');
  const system = systems.find(({ id }) => id === chosen) ?? null;
  const [typed, setTyped] = useState(() => ({ text: coordinateText(place), place: place as HazardPlace }));
  // Drawn elsewhere meanwhile: what is typed follows.
  const text = typed.place === place ? typed.text : coordinateText(place, system);
  const wrong = wrongLines(text, system);
  const outline = drawnRefusals(place);
  const type = (next: string): void => {
    const drawn = redrawn(place, readCoordinates(next, system));
    setTyped({ text: next, place: drawn });
    onChange(drawn);
  };
  return (
    <>
      {systems.length > 0 && (
        <Field label={t('hazardEdit.system')} name="system">
          {(id) => (
            <Select
              id={id}
              size="small"
              value={chosen}
              // What cannot be read cannot be said in another system.
              disabled={wrong.length > 0}
              options={[
                { value: 'wgs84', label: t('hazardEdit.wgs84') },
                ...systems.map((one) => ({ value: one.id, label: t('hazardEdit.grid', { name: one.name }) })),
              ]}
              onChange={(next) => {
                setChosen(next);
                setTyped({
                  text: coordinateText(place, systems.find((one) => one.id === next) ?? null),
                  place,
                });
              }}
            />
          )}
        </Field>
      )}
      <Field
        label={system ? t('hazardEdit.gridCoordinates') : t('hazardEdit.coordinates')}
        name="coordinates"
        hint={t('hazardEdit.coordinatesHint')}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: place.kind === 'point' ? 1 : 4, maxRows: 10 }}
            value={text}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Field>
      {wrong.length > 0 && (
        <p role="alert" className="hy-bad">
          ✗ {t('hazardEdit.wrongLines', { lines: wrong.join(t('ledger.comma')) })}
        </p>
      )}
      <FarPlaceNote {...{ mine, place, text, system }} onSwap={type} />
      {wrong.length === 0 && outline.length === 0 && <PlaceSize place={place} />}
      {wrong.length === 0 &&
        outline.map(({ code, field, what, mend }) => (
          <p key={`${code} ${field}`} role="alert" className="hy-bad" data-outline={code}>
            ✗ {what[language]} {mend[language]}
          </p>
        ))}
    </>
  );
};

const DrawOnMap = ({ sketch, form }: { readonly sketch: MapSketch; readonly form: DrawnForm }) => {
  const { t } = useTranslation();
  const on = sketch.useIsOn(form);
  return (
    <Button
      size="small"
      type={on ? 'primary' : 'default'}
      icon={<EditOutlined />}
      aria-pressed={on}
      data-action="draw-on-map"
      onClick={() => sketch.toggle(form)}
    >
      {t(on ? 'hazardEdit.drawing' : 'hazardEdit.draw')}
    </Button>
  );
};

interface TakeProps {
  readonly mine: string;
  readonly picker: PlacePicker;
  readonly onTake: (place: HazardPlace) => void;
}

const TakeSelected = ({ mine, picker, onTake }: TakeProps) => {
  const { t } = useTranslation();
  const nameOfLayer = useNameOfLayer(mine);
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
            name: [nameOfLayer(selected.layer), selected.feature].filter(Boolean).join(' · '),
          })
        : t('hazardEdit.selectFirst')}
    </Button>
  );
};

interface PickProps {
  readonly picker: PlacePicker;
  readonly picks: boolean;
  readonly onPoint: (longitude: number, latitude: number) => void;
}

const PickPoints = ({ picker, picks, onPoint }: PickProps) => {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(picks);
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
