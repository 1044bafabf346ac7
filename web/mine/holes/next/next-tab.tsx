import { Button, Progress, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { rankedHoles, spacedHoles } from '../../../../domain/geology/next-hole/rank-next-holes.ts';
import { useGeology } from '../../../boreholes/geology-store.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { AROUND } from './next-hole-question.ts';
import { useCandidateMarks } from './use-candidate-marks.ts';
import { type NextHoles, useNextHoles } from './use-next-holes.ts';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** Candidates that are listed. */
const SHOWN = 10;
const ALL = -1;
/** Metres between two that are listed. */
const APART = 60;

/** Where one hole more would make the rock along the planned headings surest. */
export const NextTab = ({ catalog, bundleUrl }: Props) => {
  const { t } = useTranslation();
  const state = useNextHoles(catalog, bundleUrl);
  return (
    <div className="hy-virtual" data-next={state.status}>
      {state.status === 'open' ? (
        <Ranked state={state} />
      ) : state.status === 'none' ? (
        <p className="hy-holes-note" data-note={state.why}>
          {t(`nextHole.${state.why}`)}
        </p>
      ) : state.status === 'failed' ? (
        <p className="hy-holes-note" role="alert">
          {t('nextHole.failed', { detail: state.detail })}
        </p>
      ) : (
        <div className="hy-pad" role="status">
          <p className="hy-quiet">
            {state.status === 'asking' ? t('nextHole.asking', { n: state.of }) : t('boreholes.loadingModel')}
          </p>
          {state.status === 'asking' && (
            <Progress percent={Math.round((state.done / state.of) * 100)} size="small" />
          )}
        </div>
      )}
    </div>
  );
};

const Ranked = ({ state: { asked, gains } }: { readonly state: Extract<NextHoles, { status: 'open' }> }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [unit, setUnit] = useState(ALL);
  const units = useGeology((now) => (now.status === 'open' ? now.model?.units : null)) ?? [];
  const chosen = useView((state) => state.virtualHole);
  const every = useMemo(() => asked.question.methods.map((_, u) => u), [asked]);
  const counted = useMemo(() => (unit === ALL ? every : [unit]), [every, unit]);
  const ranked = useMemo(
    () => spacedHoles(rankedHoles(gains, counted), asked.candidates, APART).slice(0, SHOWN),
    [gains, counted, asked],
  );
  const places = useMemo(() => ranked.map(({ candidate }) => asked.candidates[candidate]!), [ranked, asked]);
  useCandidateMarks(places);
  const known = every.filter((u) => gains.some(({ meanDrop }) => Number.isFinite(meanDrop[u]!)));
  return (
    <>
      <div className="hy-holes-tools">
        <Select
          className="hy-holes-choice"
          aria-label={t('nextHole.unit')}
          value={unit}
          options={[
            { value: ALL, label: t('nextHole.allUnits') },
            ...known.map((u) => ({
              value: u,
              label: t('nextHole.base', { unit: units[u]?.name[language] ?? String(u) }),
            })),
          ]}
          onChange={setUnit}
        />
      </div>
      <p className="hy-holes-note" data-note="next">
        {t('nextHole.note', { around: AROUND, step: asked.step, apart: APART })}
      </p>
      {ranked.length === 0 ? (
        <p className="hy-quiet hy-pad">{t('nextHole.nothing')}</p>
      ) : (
        <table className="hy-virtual-table hy-next-table">
          <thead>
            <tr>
              <th scope="col">{t('nextHole.rank')}</th>
              <th scope="col">{t('nextHole.drop')}</th>
              <th scope="col">{t('nextHole.most')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {ranked.map(({ candidate, drop }, rank) => {
              const { east, north } = asked.candidates[candidate]!;
              const most = counted
                .flatMap((u) => {
                  const best = gains[candidate]!.best[u];
                  return best ? [{ u, ...best }] : [];
                })
                .sort((a, b) => b.before - b.after - (a.before - a.after))[0];
              const heading = most && asked.headings[most.target]!;
              const isChosen = chosen?.[0] === east && chosen[1] === north;
              return (
                <tr key={candidate} data-candidate={rank + 1} data-chosen={isChosen}>
                  <th scope="row">{rank + 1}</th>
                  <td>{formatNumber(drop, { decimals: 2 })} m</td>
                  <td>
                    {most && heading && (
                      <>
                        {heading.name ?? heading.id} · {units[most.u]?.name[language]}{' '}
                        {formatNumber(most.before, { decimals: 1 })} →{' '}
                        {formatNumber(most.after, { decimals: 1 })} m
                      </>
                    )}
                  </td>
                  <td>
                    <Button
                      size="small"
                      type={isChosen ? 'primary' : 'default'}
                      aria-pressed={isChosen}
                      onClick={() => setView({ virtualHole: [east, north], holesTab: 'virtual' })}
                    >
                      {t('nextHole.show')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
};
