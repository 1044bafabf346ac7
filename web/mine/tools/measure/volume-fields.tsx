import { Button, Select } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { boxCorners } from '../../../../domain/geology/slice/slice.ts';
import type { BlockMeasure, VolumeMeasure, VolumeSurface } from '../../../../domain/measure/measurement.ts';
import { METRES_PER_UNIT } from '../../../../domain/units/quantities.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { heightOf, upOf } from '../slice/survey-place.ts';
import { keptPoint } from './change-measure.ts';
import { rounded } from './measure-field.ts';
import { useMeasure } from './measure-store.ts';
import { NumberCell } from './number-cell.tsx';
import { stopTaking } from './use-taking.ts';

interface Props<M> {
  readonly measure: M;
  readonly catalog: Catalog;
}

/** Heights above the survey's datum and back, in the survey's unit. */
const useHeights = (catalog: Catalog) => {
  const { t } = useTranslation();
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const unit = METRES_PER_UNIT[catalog.survey.units];
  return {
    sign: t(`cursor.${catalog.survey.units}`),
    read: (up: number): number => heightOf(frame, up) / unit,
    write: (height: number): number => rounded(upOf(frame, height * unit)),
  };
};

/** Between which two surfaces. */
export const VolumeFields = ({ measure, catalog }: Props<VolumeMeasure>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const model = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject.model : null));
  const open = useMeasure((state) => state.subject.status === 'open');
  const heights = useHeights(catalog);
  const choiceOf = (surface: VolumeSurface): string =>
    surface.kind === 'base' ? `base.${surface.unit}` : surface.kind;
  const options = [
    { value: 'ground', label: t('measure.surfaceGround') },
    { value: 'level', label: t('measure.surfaceLevel') },
    ...(model?.units.map(({ id, name }) => ({
      value: `base.${id}`,
      label: t('measure.surfaceBase', { unit: name[language] }),
    })) ?? []),
  ];
  const middle = Math.round((catalog.extent.min[2] + catalog.extent.max[2]) / 2);
  const surfaceOf = (value: string): VolumeSurface => {
    if (value === 'ground') return { kind: 'ground' };
    if (value === 'level') return { kind: 'level', up: middle };
    return { kind: 'base', unit: value.slice('base.'.length) };
  };
  return (
    <div className="hy-measure-fields">
      {(['top', 'base'] as const).map((side) => (
        <SurfaceField
          key={side}
          side={side}
          surface={measure[side]}
          value={choiceOf(measure[side])}
          options={options}
          heights={heights}
          onValue={(value) => setView({ measure: { ...measure, [side]: surfaceOf(value) } })}
          onUp={(up) => setView({ measure: { ...measure, [side]: { kind: 'level', up } } })}
        />
      ))}
      {open && !model && <p className="hy-measure-note">{t('measure.needModel')}</p>}
    </div>
  );
};

interface SurfaceProps {
  readonly side: 'top' | 'base';
  readonly surface: VolumeSurface;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly heights: ReturnType<typeof useHeights>;
  readonly onValue: (value: string) => void;
  readonly onUp: (up: number) => void;
}

const SurfaceField = ({ side, surface, value, options, heights, onValue, onUp }: SurfaceProps) => {
  const { t } = useTranslation();
  const field = useId();
  return (
    <div className="hy-measure-field">
      <label htmlFor={field}>{t(side === 'top' ? 'measure.top' : 'measure.base')}</label>
      <Select<string>
        id={field}
        size="small"
        data-field={`surface-${side}`}
        value={value}
        options={[...options]}
        onChange={onValue}
      />
      {surface.kind === 'level' && (
        <NumberCell
          field={`level-${side}`}
          label={t('measure.levelHeight')}
          unit={heights.sign}
          value={heights.read(surface.up)}
          decimals={1}
          onValue={(height) => onUp(heights.write(height))}
        />
      )}
    </div>
  );
};

/** Between which two levels; a box of the slice may be taken over. */
export const BlockFields = ({ measure, catalog }: Props<BlockMeasure>) => {
  const { t } = useTranslation();
  const heights = useHeights(catalog);
  const slice = useView((state) => state.slice);
  const set = (patch: Partial<BlockMeasure>): void => {
    const next = { ...measure, ...patch };
    if (next.low < next.high) setView({ measure: next });
  };
  const takeBox = (): void => {
    if (slice?.kind !== 'box') return;
    const { low, high } = slice;
    const points = boxCorners(slice).map(([e, n]) => keptPoint([e, n, high]));
    setView({ measure: { ...measure, points, low: rounded(low), high: rounded(high) } });
    stopTaking();
  };
  return (
    <div className="hy-measure-fields">
      {(['high', 'low'] as const).map((side) => (
        <div key={side} className="hy-measure-field">
          <span>{t(`measure.${side}`)}</span>
          <NumberCell
            field={side}
            label={t(`measure.${side}`)}
            unit={heights.sign}
            value={heights.read(measure[side])}
            decimals={1}
            onValue={(height) => set({ [side]: heights.write(height) })}
          />
        </div>
      ))}
      {slice?.kind === 'box' && (
        <Button size="small" data-action="take-box" onClick={takeBox}>
          {t('measure.fromSlice')}
        </Button>
      )}
    </div>
  );
};
