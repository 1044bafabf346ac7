import { Switch } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FEWEST_WALL_POINTS, wallHeat } from '../../../../domain/slopes/wall-heat.ts';
import type { TextKey } from '../../../i18n/i18n.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { arrowFactor, arrowOverlay, HEAT_CSS, heatOverlay } from './slope-overlays.ts';
import type { Station } from './use-stations.ts';
import { useTerrain } from './use-terrain.ts';

const HEAT_NOTES: Readonly<Record<'all' | 'some' | 'none', TextKey>> = {
  all: 'slopes.heatOnGround',
  some: 'slopes.heatPartly',
  none: 'slopes.heatNote',
};

/** Arrows and heat on the pit, drawn while the panel is open. */
export const SceneShapes = ({ stations }: { stations: readonly Station[] }) => {
  const { t } = useTranslation();
  const view = useSession((session) => session.view);
  const [arrowsOn, setArrowsOn] = useState(true);
  const [heatOn, setHeatOn] = useState(false);
  const terrain = useTerrain();

  const arrows = useMemo(() => {
    const moved = stations.flatMap(({ device, motion: { total }, lineOfSight }) =>
      // Along its line of sight a radar sees how far, but not whither: no arrow can be drawn of that.
      total && !lineOfSight ? [{ at: device.enu, moved: [total.east, total.north, total.up] as const }] : [],
    );
    const factor = arrowFactor(moved);
    return { factor, overlay: arrowOverlay(moved, factor) };
  }, [stations]);

  const heat = useMemo(() => {
    const known = stations.flatMap(({ device, motion: { speed } }) =>
      speed ? [{ enu: device.enu, value: speed.speed.value, error: speed.speed.error }] : [],
    );
    const model = wallHeat(known);
    if (!model) return null;
    const values = known.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return {
      low,
      high,
      overlay: heatOverlay(
        known.map(({ enu }) => enu),
        model,
        low,
        high,
        terrain,
      ),
    };
  }, [stations, terrain]);

  useEffect(() => {
    view?.live.setOverlay('slope-arrows', arrowsOn ? arrows.overlay : null);
    return () => view?.live.setOverlay('slope-arrows', null);
  }, [view, arrowsOn, arrows]);
  useEffect(() => {
    view?.live.setOverlay('slope-heat', heatOn ? (heat?.overlay ?? null) : null);
    return () => view?.live.setOverlay('slope-heat', null);
  }, [view, heatOn, heat]);

  const number = (value: number): string => formatNumber(value, { decimals: 2 }) ?? '';
  return (
    <section className="hy-scene-shapes">
      <h3>{t('slopes.onScene')}</h3>
      <div className="hy-switch">
        <Switch
          id="hy-slope-arrows"
          size="small"
          checked={arrowsOn}
          onChange={setArrowsOn}
          disabled={!arrows.overlay}
        />
        <label htmlFor="hy-slope-arrows">{t('slopes.arrows')}</label>
        {arrows.overlay && (
          <span className="hy-quiet">{t('slopes.arrowScale', { factor: arrows.factor })}</span>
        )}
      </div>
      <div className="hy-switch">
        <Switch
          id="hy-slope-heat"
          size="small"
          checked={heatOn && heat !== null}
          onChange={setHeatOn}
          disabled={heat === null}
        />
        <label htmlFor="hy-slope-heat">{t('slopes.heat')}</label>
      </div>
      {heat === null && stations.length >= FEWEST_WALL_POINTS && (
        <p className="hy-quiet">{t('slopes.heatFew')}</p>
      )}
      {heat && heatOn && (
        <>
          <div className="hy-heat-scale" style={{ background: HEAT_CSS }} aria-hidden="true" />
          <p className="hy-quiet">
            {t('slopes.heatLegend', { low: number(heat.low), high: number(heat.high) })}{' '}
            {t(HEAT_NOTES[heat.overlay?.onGround ?? 'none'])}
          </p>
        </>
      )}
    </section>
  );
};
