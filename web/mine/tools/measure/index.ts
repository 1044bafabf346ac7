import { ColumnWidthOutlined } from '@ant-design/icons';
import { register } from '../registry.ts';
import { newMeasurement } from './change-measure.ts';
import { MEASURE_FIELD } from './measure-field.ts';

register({
  id: 'measure',
  title: 'measure.tool',
  hint: 'measure.toolHint',
  icon: ColumnWidthOutlined,
  place: 'look',
  shortcut: 'm',
  enabled: ({ session }) => session.view !== null && session.catalog.status === 'open',
  active: ({ state }) => state.measure !== null,
  perform({ state, session, setView }) {
    if (session.catalog.status !== 'open') return;
    setView({ measure: state.measure ? null : newMeasurement('distance', [], session.catalog.catalog) });
  },
  url: MEASURE_FIELD,
});
