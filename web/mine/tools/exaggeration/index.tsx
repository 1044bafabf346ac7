import { ColumnHeightOutlined } from '@ant-design/icons';
import { numberField } from '../../../shell/url-fields.ts';
import { register } from '../registry.ts';
import { ExaggerationControl, MAX_EXAGGERATION, MIN_EXAGGERATION } from './exaggeration-control.tsx';

/** What the key steps through: true scale first, then what draughtsmen use. */
const STEPS = [1, 1.5, 2, 3, 5] as const;

register({
  id: 'exaggeration',
  title: 'tool.exaggeration',
  icon: ColumnHeightOutlined,
  place: 'look',
  foldsFirst: true,
  shortcut: 'e',
  enabled: ({ session }) => session.view !== null,
  active: ({ state }) => state.exaggeration !== 1,
  perform: ({ state, setView }) =>
    setView({ exaggeration: STEPS.find((step) => step > state.exaggeration) ?? STEPS[0] }),
  control: ExaggerationControl,
  url: numberField('ex', 'exaggeration', MIN_EXAGGERATION, MAX_EXAGGERATION),
});
