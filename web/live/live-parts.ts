import './live.css';
import './people/people.css';
import './alarms/alarms.css';
import './cards/cards.css';
import './timeline/timeline.css';
import './holds/holds.css';

/** Everything of the live mine that the Mine workspace places: one download, only for mines with a live side. */
export { AlarmBanner } from './alarms/alarm-banner.tsx';
export { LiveCard } from './cards/live-card.tsx';
export { LiveColumn } from './live-column.tsx';
export { LiveFlags } from './live-flags.tsx';
export { LiveMine } from './live-mine.tsx';
export { TimelineBar } from './timeline/timeline-bar.tsx';
