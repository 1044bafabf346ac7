import { InputNumber, Slider } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import type { BoxSlice, PlaneSlice, Slice } from '../../../../domain/geology/slice/slice.ts';
import { setView } from '../../../shell/view-store.ts';
import { gridTurn, heightOf, planPoint, surveyPlace, upOf } from './survey-place.ts';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly decimals?: number;
  readonly step?: number;
  readonly min?: number;
  readonly onValue: (value: number) => void;
}

const NumberField = ({ id, label, unit, value, decimals = 1, step = 10, min, onValue }: NumberFieldProps) => {
  const field = useId();
  return (
    <div className="hy-slice-field">
      <label htmlFor={field}>{label}</label>
      <InputNumber<number>
        id={field}
        size="small"
        data-field={id}
        value={Number(value.toFixed(decimals))}
        precision={decimals}
        step={step}
        min={min}
        changeOnBlur
        controls={false}
        suffix={unit}
        onChange={(next) => next !== null && onValue(next)}
      />
    </div>
  );
};

/** A slice in numbers: survey coordinates, grid azimuths, heights above the survey's datum. */
export const SliceFields = ({ slice, catalog }: { readonly slice: Slice; readonly catalog: Catalog }) => {
  const { t } = useTranslation();
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const { survey, extent } = catalog;
  const north = survey.axes === 'x-north-y-east' ? 'X' : 'Y';
  const east = north === 'X' ? 'Y' : 'X';
  const place = (at: PlanPoint, set: (at: PlanPoint) => void) => {
    const { northing, easting } = surveyPlace(frame, survey, at);
    const unit = survey.units === 'metre' ? 'm' : survey.units;
    return (
      <>
        <NumberField
          id="north"
          label={north}
          unit={unit}
          value={northing}
          onValue={(value) => set(planPoint(frame, survey, { northing: value, easting }))}
        />
        <NumberField
          id="east"
          label={east}
          unit={unit}
          value={easting}
          onValue={(value) => set(planPoint(frame, survey, { northing, easting: value }))}
        />
      </>
    );
  };
  const azimuth = (of: PlaneSlice | BoxSlice, at: PlanPoint) => {
    const turn = gridTurn(frame, at);
    return (
      <NumberField
        id="azimuth"
        label={t('slice.azimuth')}
        unit="°"
        value={(of.azimuth + turn + 360) % 360}
        onValue={(value) => setView({ slice: { ...of, azimuth: (((value - turn) % 360) + 360) % 360 } })}
      />
    );
  };
  switch (slice.kind) {
    case 'plane':
      return (
        <div className="hy-slice-fields">
          {place(slice.at, (at) => setView({ slice: { ...slice, at } }))}
          {azimuth(slice, slice.at)}
        </div>
      );
    case 'box': {
      const set = (patch: Partial<BoxSlice>) => setView({ slice: { ...slice, ...patch } });
      return (
        <div className="hy-slice-fields">
          {place(slice.centre, (centre) => set({ centre }))}
          {azimuth(slice, slice.centre)}
          <NumberField
            id="length"
            label={t('slice.length')}
            unit="m"
            min={1}
            value={slice.length}
            onValue={(length) => set({ length })}
          />
          <NumberField
            id="width"
            label={t('slice.width')}
            unit="m"
            min={1}
            value={slice.width}
            onValue={(width) => set({ width })}
          />
          <NumberField
            id="low"
            label={t('slice.low')}
            unit="m"
            value={heightOf(frame, slice.low)}
            onValue={(height) => set({ low: Math.min(upOf(frame, height), slice.high - 1) })}
          />
          <NumberField
            id="high"
            label={t('slice.high')}
            unit="m"
            value={heightOf(frame, slice.high)}
            onValue={(height) => set({ high: Math.max(upOf(frame, height), slice.low + 1) })}
          />
        </div>
      );
    }
    case 'line': {
      const length = slice.line.reduce((sum, [e, n], i) => {
        const before = slice.line[i - 1];
        return before ? sum + Math.hypot(e - before[0], n - before[1]) : 0;
      }, 0);
      return (
        <p className="hy-slice-note">
          {t('slice.corners', { n: slice.line.length, length: Math.round(length) })}
        </p>
      );
    }
    case 'level': {
      const height = heightOf(frame, slice.up);
      const set = (value: number) => setView({ slice: { ...slice, up: upOf(frame, value) } });
      return (
        <div className="hy-slice-fields">
          <Slider
            min={Math.ceil(heightOf(frame, extent.min[2]))}
            max={Math.floor(heightOf(frame, extent.max[2]))}
            step={1}
            value={height}
            onChange={set}
            tooltip={{ open: false }}
            ariaLabelForHandle={t('slice.elevation')}
            ariaValueTextFormatterForHandle={(value) => `${value} m`}
          />
          <NumberField id="elevation" label={t('slice.elevation')} unit="m" value={height} onValue={set} />
        </div>
      );
    }
  }
};
