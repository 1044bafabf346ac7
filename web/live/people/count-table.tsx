import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { PRESENCES } from '../../../domain/contracts/live/entity.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useLive } from '../live-store.ts';
import { placeName } from '../place-names.ts';
import { PresenceSign } from '../presence-sign.tsx';
import { SourceText } from '../source-text.tsx';
import { levelName } from '../spot-name.tsx';
import { addsUp, type CountBy, type CountRow, type Tally } from './count-rows.ts';

interface CountTableProps {
  readonly counts: readonly CountRow[];
  readonly whole: Tally;
  readonly by: CountBy;
  readonly onChoose: (row: CountRow, name: string) => void;
}

/** Heads by level, place or team; a row shows its people. The last row is the sum, held against the whole. */
export const CountTable = ({ counts, whole, by, onChoose }: CountTableProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const written = ({ name }: CountRow): string | null => {
    if (name === null || by === 'team') return name;
    return by === 'level' ? levelName(name, t) : placeName(name, setup, language);
  };
  const nameOf = (row: CountRow): string =>
    row.key === 'surface'
      ? t('live.surface')
      : (written(row) ??
        (row.key === 'between' ? t('live.between') : t(by === 'team' ? 'live.noTeam' : 'live.unknownPlace')));
  const right = addsUp(counts, whole);
  return (
    <div className="hy-counts">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`countBy.${by}`)}</th>
            {PRESENCES.map((presence) => (
              <th key={presence} scope="col">
                <PresenceSign presence={presence} bare />
              </th>
            ))}
            <th scope="col">{t('people.total')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((row) => (
            <tr key={row.key ?? ''} data-count={row.key ?? ''}>
              <th scope="row">
                <button type="button" className="hy-link" onClick={() => onChoose(row, nameOf(row))}>
                  <SourceText text={nameOf(row)} />
                </button>
              </th>
              {PRESENCES.map((presence) => (
                <td key={presence} data-presence={row.tally[presence] > 0 ? presence : undefined}>
                  {row.tally[presence] > 0 ? formatCount(row.tally[presence]) : '·'}
                </td>
              ))}
              <td>
                <strong>{formatCount(row.tally.total)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('people.total')}</th>
            {PRESENCES.map((presence) => (
              <td key={presence}>{formatCount(whole[presence])}</td>
            ))}
            <td>
              <strong>{formatCount(whole.total)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={right ? 'hy-quiet hy-adds' : 'hy-adds hy-adds-not'} role={right ? undefined : 'alert'}>
        {right ? <CheckCircleOutlined aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}{' '}
        {t(right ? 'people.addsUp' : 'people.addsNot', { total: formatCount(whole.total) })}
      </p>
    </div>
  );
};
