import { useTranslation } from 'react-i18next';
import type { HeadingAnswer, ProbeHole } from '../../../../domain/contracts/drive-on.ts';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { setDriveOn, useDriveOn } from './drive-on-store.ts';
import { flyToHole } from './fly-there.ts';
import { metresText } from './reason-words.ts';

export const AIM_KEYS = {
  middle: 'driveOn.aimMiddle',
  ring: 'driveOn.aimRing',
  obstacle: 'driveOn.aimObstacle',
} as const satisfies Record<ProbeHole['aim'], string>;

export const angleText = (degrees: number): string => formatNumber(degrees, { decimals: 1 }) ?? '?';

interface Props {
  readonly heading: HeadingAnswer;
  readonly facts: DrivingFacts;
}

/** The holes to drill where the heading is first to be probed. */
export const FanTable = ({ heading: { fan, stretches }, facts }: Props) => {
  const { t } = useTranslation();
  const chosen = useDriveOn((state) => state.hole);
  const nameOf = (id: string): string => facts.obstacles.find((one) => one.id === id)?.name ?? id;
  if (!fan)
    return (
      <section>
        <h4>{t('driveOn.fan')}</h4>
        <p className="hy-drive-quiet">{t('driveOn.fanNone')}</p>
      </section>
    );
  const barred = stretches.some(
    ({ to, answer }) => to <= fan.face && (answer === 'stop' || answer === 'unknown'),
  );
  const choose = (hole: ProbeHole) => {
    setDriveOn({ hole: hole.number });
    flyToHole(hole);
  };
  return (
    <section>
      <h4>{t('driveOn.fan')}</h4>
      <p>
        {t('driveOn.fanAt', {
          face: metresText(fan.face),
          to: metresText(fan.provenTo),
          next: metresText(fan.nextFace),
        })}
      </p>
      {barred && <p className="hy-drive-unproven">{t('driveOn.fanNotFirst')}</p>}
      <table className="hy-drive-fan">
        <thead>
          <tr>
            {(['hole', 'aim', 'azimuth', 'dip', 'holeLength', 'proves'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`driveOn.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fan.holes.map((hole) => (
            <tr key={hole.number} data-chosen={chosen === hole.number} data-hole={hole.number}>
              <th scope="row">
                <button
                  type="button"
                  className="hy-drive-fan-hole"
                  aria-label={t('driveOn.flyHole', { n: hole.number })}
                  aria-pressed={chosen === hole.number}
                  onClick={() => choose(hole)}
                >
                  {hole.number}
                </button>
              </th>
              <td>{t(AIM_KEYS[hole.aim])}</td>
              <td>{angleText(hole.azimuth)}</td>
              <td>{angleText(hole.dip)}</td>
              <td>{metresText(hole.length)}</td>
              <td>
                {hole.proves.length > 0
                  ? hole.proves.map(nameOf).join(t('driveOn.comma'))
                  : t('driveOn.provesNothing')}
                {hole.pierces.map(({ obstacle, at }) => (
                  <strong key={obstacle}>
                    {t('driveOn.holePierces', { at: metresText(at), obstacle: nameOf(obstacle) })}
                  </strong>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hy-drive-quiet">
        {t('driveOn.rule', { id: fan.rule.id, clause: fan.rule.clause, status: fan.rule.status })}
      </p>
    </section>
  );
};
