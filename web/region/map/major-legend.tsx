import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES } from '../../../domain/contracts/major-hazard.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { MajorSign } from '../signs/small-signs.tsx';
import { LayerSwitch } from './layer-switch.tsx';
import { MAJOR_SOURCE_IDS } from './start-layers.ts';
import { useMajorSigns } from './use-major-signs.ts';

/** Major hazards that are not done with: their signs by who found them, how many, and those that have no place. */
export const MajorLegend = ({ isPrinted = false }: { readonly isPrinted?: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const colours = useSignColours();
  const names = useMineNames();
  const state = useMajorSigns();
  const majors = state.status === 'open' ? state.majors : null;
  const atHidden = majors?.filter((one) => one.atHidden && one.placed).length ?? 0;
  const placeless = majors?.filter(({ placed }) => !placed) ?? [];
  return (
    <fieldset className="hy-legend" data-legend="majors">
      <legend>{t('majorMap.title')}</legend>
      {MAJOR_SOURCE_IDS.map((source) => (
        <LayerSwitch
          key={source}
          layer={`major-${source}`}
          name={MAJOR_SOURCES[source][language]}
          sign={<MajorSign colours={colours} letter={t(`majorScene.letter.${source}`)} />}
          count={majors ? formatCount(majors.filter((one) => one.source === source).length) : '?'}
        />
      ))}
      {state.status === 'failed' && (
        <p className="hy-legend-note" role="alert">
          {t('majorMap.failed')}
        </p>
      )}
      <p className="hy-legend-note">
        <MajorSign colours={colours} letter="?" isConfirmed={false} />
        {t('majorMap.means')}
      </p>
      <p className="hy-legend-note">{t('majorMap.inDepth')}</p>
      {atHidden > 0 && (
        <p className="hy-legend-note" data-majors-at-hidden={atHidden}>
          {t('majorMap.atHidden', { n: formatCount(atHidden) })}
        </p>
      )}
      {placeless.length > 0 && isPrinted && (
        <p className="hy-legend-note">
          {t('map.majorsPlaceless', {
            n: formatCount(placeless.length),
            names: placeless.map(({ mine, title }) => `${names(mine)} ${title}`).join(t('map.comma')),
          })}
        </p>
      )}
      {placeless.length > 0 && !isPrinted && (
        <details className="hy-history hy-mine-things" data-majors-placeless={placeless.length}>
          <summary>{t('majorScene.placeless', { n: formatCount(placeless.length) })}</summary>
          <ul>
            {placeless.map(({ id, mine, title }) => (
              <li key={id}>
                <button
                  type="button"
                  data-placeless-major={id}
                  onClick={() => setView({ regionPick: { kind: 'major', id } })}
                >
                  <span className="hy-quiet">{names(mine)}</span>
                  <span>{title}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
};
