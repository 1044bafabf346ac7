import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../../domain/cameras/propose.ts';
import type { LiveSetup } from '../../../../domain/contracts/live/setup.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import type { GroundField } from '../../../../domain/geology/ground-field.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { useLive } from '../../live-store.ts';
import { askProposals, usualCamera } from './ask-proposals.ts';
import { useCameraOptions } from './camera-options.ts';
import { flyToPoint } from './fly-to.ts';

const COUNT = 5;

interface ProposalSectionProps {
  readonly setup: LiveSetup;
  readonly network: RoadwayNetwork;
  readonly ground: GroundField | null;
}

/** Where the next cameras gain most: asked for, worked out beside the page, listed with what each adds. */
export const ProposalSection = ({ setup, network, ground }: ProposalSectionProps) => {
  const { t } = useTranslation();
  const proposals = useCameraOptions((options) => options.proposals);
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const { camera, from } = usualCamera(setup.devices);
  const ask = () => {
    asking.current?.abort();
    const stop = new AbortController();
    asking.current = stop;
    setState('asking');
    const { devices, keyPlaces, workPlaces } = setup;
    askProposals(
      { network, ground, setup: { devices, keyPlaces, workPlaces }, camera, count: COUNT },
      stop.signal,
    ).then(
      (found) => {
        useCameraOptions.setState({ proposals: found });
        setState('idle');
      },
      () => {
        if (!stop.signal.aborted) setState('failed');
      },
    );
  };
  const whole = (value: number) => formatNumber(value, { decimals: 0 });
  return (
    <section className="hy-live-section" aria-label={t('cameras.propose')}>
      <h3>{t('cameras.propose')}</h3>
      <p className="hy-quiet">{t('cameras.proposeHint')}</p>
      <p className="hy-quiet">
        {t('cameras.proposeLike', {
          hfov: whole(camera.hfov),
          vfov: whole(camera.vfov),
          range: whole(camera.range),
          source: t(from === 'installed' ? 'cameras.proposeLikeInstalled' : 'cameras.proposeLikeAssumed'),
        })}
      </p>
      <p className="hy-camera-actions">
        <Button size="small" type="primary" loading={state === 'asking'} onClick={ask}>
          {t(state === 'asking' ? 'cameras.proposing' : 'cameras.proposeRun', { n: COUNT })}
        </Button>
        {proposals && (
          <Button size="small" onClick={() => useCameraOptions.setState({ proposals: null })}>
            {t('cameras.clearProposals')}
          </Button>
        )}
      </p>
      {state === 'failed' && <p role="alert">{t('cameras.proposeFailed')}</p>}
      {proposals?.length === 0 && <p className="hy-quiet">{t('cameras.proposeNothing')}</p>}
      {proposals && proposals.length > 0 && <ProposalList proposals={proposals} network={network} />}
    </section>
  );
};

const ProposalList = ({
  proposals,
  network,
}: {
  proposals: readonly Proposal[];
  network: RoadwayNetwork;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((live) => live.setup);
  const spots = useLive((live) => live.spots);
  const named = new Map(
    [...(setup?.keyPlaces ?? []), ...(setup?.workPlaces ?? [])].map((p) => [p.id, p.name]),
  );
  /** Edges are pieces of a roadway in its order: people know the roadway and the metres from its start. */
  const onRoadway = (edge: string, along: number): { name: string; from: number } => {
    const at = network.edges.findIndex(({ id }) => id === edge);
    const roadway = network.edges[at]?.roadway ?? edge;
    const before = network.edges.slice(0, at).filter((piece) => piece.roadway === roadway);
    return {
      name: spots.find(({ id }) => id === roadway)?.name ?? roadway,
      from: before.reduce((sum, { length }) => sum + length, along),
    };
  };
  const whole = (value: number) => formatNumber(value, { decimals: 0 });
  return (
    <ol className="hy-proposals">
      {proposals.map(({ view, edge, along, gain }, i) => {
        const places = [...gain.keyPlaces, ...gain.workPlaces].map((id) => named.get(id)?.[language] ?? id);
        const place = onRoadway(edge, along);
        return (
          <li key={`${edge} ${along} ${view.azimuth}`} data-proposal={edge}>
            <div>
              <span>
                {t('cameras.proposalAt', {
                  place: place.name,
                  along: whole(place.from),
                  azimuth: whole(view.azimuth),
                })}
              </span>
              <p>{[...places, t('cameras.gainMetres', { metres: whole(gain.metres) })].join(' · ')}</p>
            </div>
            <Button
              type="text"
              size="small"
              icon={<AimOutlined />}
              aria-label={t('cameras.flyToProposal', { n: i + 1 })}
              onClick={() => flyToPoint(view.at)}
            />
          </li>
        );
      })}
    </ol>
  );
};
