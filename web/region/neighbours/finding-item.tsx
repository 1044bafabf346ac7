import { CheckCircleFilled, ExclamationCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeighbourFinding } from '../../../domain/contracts/neighbours.ts';
import { greatestHead } from '../../../domain/neighbours/by-what-matters.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { distanceText } from '../map/proofs-of-finding.ts';
import { FindingDetail } from './finding-detail.tsx';
import type { MineNames } from './use-mine-names.ts';
import { useShowFinding } from './use-show-finding.ts';

interface FindingItemProps {
  readonly finding: NeighbourFinding;
  readonly names: MineNames;
}

const SURENESS = {
  certain: { icon: CheckCircleFilled, text: 'neighbours.certain' },
  doubtful: { icon: ExclamationCircleOutlined, text: 'neighbours.doubtful' },
  unknown: { icon: QuestionCircleOutlined, text: 'neighbours.unknown' },
} as const;

const surenessOf = ({ answer, certain }: NeighbourFinding): keyof typeof SURENESS =>
  answer === 'unknown' ? 'unknown' : certain ? 'certain' : 'doubtful';

/** One finding: what, between whom, how near, how sure; picked, with its proof drawn on the map. */
export const FindingItem = ({ finding, names }: FindingItemProps) => {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  const isPicked = useView(({ regionPick }) => regionPick?.kind === 'pair' && regionPick.id === finding.id);
  const show = useShowFinding();
  useEffect(() => {
    if (isPicked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicked]);
  const sureness = surenessOf(finding);
  const { icon: Icon, text } = SURENESS[sureness];
  const nearest = finding.proofs.reduce((a, b) => (b.distance < a.distance ? b : a));
  const head = greatestHead(finding);
  return (
    <li ref={row} className="hy-finding" data-finding={finding.id} data-sureness={sureness}>
      <button
        type="button"
        aria-expanded={isPicked}
        onClick={() => (isPicked ? setView({ regionPick: null }) : show(finding))}
      >
        <span className="hy-finding-check">
          <Icon aria-hidden="true" /> {t(`neighbourCheck.${finding.check}`)}
        </span>
        <span className="hy-finding-mines">{finding.mines.map(names).join(' ↔ ')}</span>
        <span className="hy-finding-how">
          {t(nearest.distance < 0 ? 'neighbours.overlap' : 'neighbours.apart', {
            distance: distanceText({ ...nearest, distance: Math.abs(nearest.distance) }),
          })}
          {head !== null && ` · ${t('neighbours.head', { head: head.toFixed(0) })}`}
          {` · ${t(text)}`}
        </span>
      </button>
      {isPicked && (
        <>
          <FindingDetail finding={finding} names={names} />
          <Button size="small" data-action="show-proof" onClick={() => show(finding)}>
            {t('neighbours.showIn3d')}
          </Button>
        </>
      )}
    </li>
  );
};
