import { useTranslation } from 'react-i18next';
import type { SpanFlow } from '../../../domain/contracts/ledger-list.ts';
import { formatCount } from '../../shell/format-number.ts';

const WIDTH = 640;
const LEFT = 44;
const RIGHT = 12;
/** The line of what is open stands over the bars of what came and went: they differ in size, and each has its own scale from nought. */
const STOCK = { top: 20, bottom: 118 } as const;
const FLOW = { top: 140, bottom: 200 } as const;
const HEIGHT = 222;

/** What came and went in a stretch; `name`: its end, as 2026-05 or 2026-05-31. */
export type ChartedFlow = Pick<SpanFlow, 'found' | 'closed' | 'openAfter'> & { readonly name: string };

/** Open hazards at the end of each month as a line over its nought; below, what was found and what was closed. */
export const FlowChart = ({ flows }: { readonly flows: readonly ChartedFlow[] }) => {
  const { t } = useTranslation();
  const mostOpen = Math.max(1, ...flows.map(({ openAfter }) => openAfter));
  const mostFlow = Math.max(1, ...flows.flatMap(({ found, closed }) => [found, closed]));
  const step = (WIDTH - LEFT - RIGHT) / flows.length;
  const x = (i: number): number => LEFT + step * (i + 0.5);
  const y = (value: number): number => STOCK.bottom - ((STOCK.bottom - STOCK.top) * value) / mostOpen;
  const high = (value: number): number => ((FLOW.bottom - FLOW.top) * value) / mostFlow;
  const bar = Math.min(14, step / 3);
  return (
    <figure className="hy-flow-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('ledgerFlow.chart')}>
        <defs>
          <pattern
            id="hy-flow-closed"
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.8" height="4" className="hy-flow-closed" />
          </pattern>
        </defs>
        {[STOCK, FLOW].map(({ bottom }) => (
          <g key={bottom}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={bottom} y2={bottom} className="hy-flow-zero" />
            <text x={LEFT - 6} y={bottom + 4} textAnchor="end">
              0
            </text>
          </g>
        ))}
        <text x={LEFT - 6} y={FLOW.top + 4} textAnchor="end">
          {formatCount(mostFlow)}
        </text>
        {flows.map(({ name, found, closed }, i) => (
          <g key={name}>
            <rect
              x={x(i) - bar - 1}
              width={bar}
              y={FLOW.bottom - high(found)}
              height={high(found)}
              className="hy-flow-found"
            />
            <rect
              x={x(i) + 1}
              width={bar}
              y={FLOW.bottom - high(closed)}
              height={high(closed)}
              fill="url(#hy-flow-closed)"
              className="hy-flow-closed-edge"
            />
            <text x={x(i)} y={HEIGHT - 6} textAnchor="middle">
              {name.slice(2, 7)}
            </text>
          </g>
        ))}
        <polyline
          points={flows.map(({ openAfter }, i) => `${x(i)},${y(openAfter)}`).join(' ')}
          className="hy-flow-open"
        />
        {flows.map(({ name, openAfter }, i) => (
          <g key={name}>
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
