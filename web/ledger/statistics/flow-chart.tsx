import { useTranslation } from 'react-i18next';
import type { SpanFlow } from '../../../domain/hazards/monthly-flow.ts';
import { formatCount } from '../../shell/format-number.ts';

const WIDTH = 640;
const HEIGHT = 150;
const MARGIN = { left: 40, right: 12, top: 16, bottom: 22 } as const;

/** Open hazards at the end of each month as a line towards zero; what came as bars up, what was closed as hatched bars beside it. */
export const FlowChart = ({ flows }: { readonly flows: readonly SpanFlow[] }) => {
  const { t } = useTranslation();
  const most = Math.max(
    1,
    ...flows.flatMap(({ openAfter, openBefore, found, closed }) => [openAfter, openBefore, found, closed]),
  );
  const step = (WIDTH - MARGIN.left - MARGIN.right) / flows.length;
  const x = (i: number): number => MARGIN.left + step * (i + 0.5);
  const y = (value: number): number =>
    HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * value) / most;
  const line = flows.map(({ openAfter }, i) => `${x(i)},${y(openAfter)}`).join(' ');
  const bar = Math.min(14, step / 3);
  return (
    <figure className="hy-flow-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('ledgerFlow.chart')}>
        <defs>
          <pattern
            id="hy-flow-closed"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="2.2" height="5" className="hy-flow-closed" />
          </pattern>
        </defs>
        <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(0)} y2={y(0)} className="hy-flow-zero" />
        <text x={MARGIN.left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text x={MARGIN.left - 6} y={y(most) + 4} textAnchor="end">
          {formatCount(most)}
        </text>
        {flows.map(({ to, found, closed }, i) => (
          <g key={to}>
            <rect
              x={x(i) - bar - 1}
              width={bar}
              y={y(found)}
              height={y(0) - y(found)}
              className="hy-flow-found"
            />
            <rect
              x={x(i) + 1}
              width={bar}
              y={y(closed)}
              height={y(0) - y(closed)}
              fill="url(#hy-flow-closed)"
              className="hy-flow-closed-edge"
            />
            <text x={x(i)} y={HEIGHT - 6} textAnchor="middle">
              {to.slice(2, 7)}
            </text>
          </g>
        ))}
        <polyline points={line} className="hy-flow-open" />
        {flows.map(({ to, openAfter }, i) => (
          <g key={to}>
            <circle cx={x(i)} cy={y(openAfter)} r={2.6} className="hy-flow-dot" />
            <text x={x(i)} y={y(openAfter) - 6} textAnchor="middle" className="hy-flow-figure">
              {formatCount(openAfter)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <span data-key="open">{t('ledgerFlow.openAfter')}</span>
        <span data-key="found">{t('ledgerFlow.found')}</span>
        <span data-key="closed">{t('ledgerFlow.closed')}</span>
      </figcaption>
    </figure>
  );
};
