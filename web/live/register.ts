import './people/register.ts';
import './alarms/register.ts';
import './panels/cameras/index.ts';
import './panels/slopes/index.tsx';
import './panels/readings/index.tsx';

/** The panels of the live column, in the order of their tabs. */
export { livePanels } from './panels/registry.ts';
