import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { performTool } from '../perform.ts';

/** A needle that keeps pointing north while the camera turns; pressing it turns the camera north. */
export const Compass = () => {
  const { t } = useTranslation();
  const view = useSession((session) => session.view);
  // Until the camera has been moved, the link has no pose: the engine knows where home looks.
  const heading = useView((state) => Math.round((state.pose ?? view?.pose())?.heading ?? 0) % 360);
  const label = `${t('tool.north')} · ${t('tool.heading', { degrees: heading })}`;
  return (
    <Tooltip title={`${label} (N)`}>
      <Button
        type="text"
        className="hy-compass"
        aria-label={label}
        onClick={() => performTool('north')}
        icon={
          <svg viewBox="0 0 20 20" aria-hidden="true" style={{ transform: `rotate(${-heading}deg)` }}>
            <path className="hy-compass-north" d="M10 1.5 13.2 10H6.8z" />
            <path className="hy-compass-south" d="M10 18.5 6.8 10h6.4z" />
          </svg>
        }
      >
        <span className="hy-compass-degrees">{String(heading).padStart(3, '0')}°</span>
      </Button>
    </Tooltip>
  );
};
