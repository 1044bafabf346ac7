// The order of these lines is the order in the bar, in the card and in the list of shortcuts.
import './home/index.ts';
import './level/index.ts';
import './plan/index.ts';
import './compass/index.tsx';
import './exaggeration/index.tsx';
import './see-through/index.tsx';
import './evidence/index.ts';
import './slice/index.ts';
import './measure/index.ts';
import './boreholes/index.ts';
import './borehole-log/index.ts';
import './fly-to/index.ts';
import './isolate/index.ts';
import './copy-link/index.ts';
import './clear-selection/index.ts';
import './drive-on/index.ts';
import './duties/index.ts';
import './ledger/index.ts';
import './data-report/index.ts';

export { mineTools } from './registry.ts';
