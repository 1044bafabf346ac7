import { contest } from './contest.ts';
import type { InstancingPage } from './instancing-page.ts';
import { engine } from './whole-engine.ts';

const page: InstancingPage = { contest, engine };
Object.assign(window, { instancing: page });
