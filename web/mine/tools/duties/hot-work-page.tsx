import { useTranslation } from 'react-i18next';
import { HOT_WORK_CLASSES, type HotWork } from '../../../../domain/contracts/hot-work.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import type { OpenDuties } from './duties-store.ts';
import { RuleLine } from './rule-line.tsx';

type Class = HotWork['places'][number]['class'];
const CLASSES: readonly Class[] = [...HOT_WORK_CLASSES, null];

/** Where hot work is of which class: lengths of roadway by reason, and places by name. */
export const HotWorkPage = ({ open: { duties, places } }: { open: OpenDuties }) => {
  const { t } = useTranslation();
  const { hotWork } = duties;
  if (!hotWork) return <p>{t('duties.hotNone')}</p>;
  const byId = new Map(places.map((place) => [place.id, place]));
  return (
    <>
      {CLASSES.map((one) => {
        const lengths = new Map<HotWork['places'][number]['reason'], number>();
        for (const { class: found, reason, from, to } of hotWork.stretches)
          if (found === one) lengths.set(reason, (lengths.get(reason) ?? 0) + to - from);
        const here = hotWork.places.filter((place) => place.class === one);
        if (lengths.size + here.length === 0) return null;
        return (
          <section key={one ?? 'unknown'} data-class={one ?? 'unknown'}>
            <h3>{one === null ? t('duties.hotUnknown') : t('duties.hotClass', { class: one })}</h3>
            <ul className="hy-duties-rows">
              {[...lengths].map(([reason, length]) => (
                <li key={reason}>
                  <span>{t(`duties.hotReason.${reason}`)}</span>
                  <span>{formatNumber(length, { decimals: 0, unit: 'm' }) ?? '?'} m</span>
                </li>
              ))}
            </ul>
            {here.length > 0 && (
              <details open={one !== 'III' && one !== 'II'}>
                <summary>
                  {t('duties.hotPlaces')} {here.length}
                </summary>
                <ul className="hy-duties-list">
                  {here.map(({ place, reason }) => {
                    const found = byId.get(place);
                    return (
                      <li key={place}>
                        <button type="button" onClick={() => found && flyBesidePanel(found.at, 60)}>
                          <span>{found?.name ?? place}</span>
                          <span className="hy-duties-quiet">{t(`duties.hotReason.${reason}`)}</span>
                        </button>
                      </li>
                    );
                  })}
                </ul>
              </details>
            )}
          </section>
        );
      })}
      <p className="hy-duties-quiet">
        {t('duties.hotLegend', { radius: hotWork.circles[0]?.radius ?? t('app.unknown') })}
      </p>
      <RuleLine rule={hotWork.rule} />
    </>
  );
};
