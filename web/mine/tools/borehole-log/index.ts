import { BarsOutlined } from '@ant-design/icons';
import { logId, logOfFeature } from '../../../boreholes/log-id.ts';
import { openLogs } from '../../../boreholes/logs-store.ts';
import type { FeatureRef } from '../../../shell/view-state.ts';
import { type MineTool, register, type ToolContext } from '../registry.ts';

/** The layer of the selected feature, where it is one of boreholes. */
const holeLayer = ({ state, session }: ToolContext): FeatureRef | null => {
  const { catalog } = session;
  const { selected } = state;
  if (catalog.status !== 'open' || !selected) return null;
  const layer = catalog.catalog.layers.find(({ id }) => id === selected.layerId);
  return layer?.kind === 'borehole-intervals' ? selected : null;
};

const tool: MineTool = {
  id: 'borehole-log',
  title: 'boreholes.ofFeature',
  icon: BarsOutlined,
  place: 'feature',
  enabled: (context) => holeLayer(context) !== null,
  applies: (context) => holeLayer(context) !== null,
  /** The hole stands beside those that are already open. */
  async perform(context) {
    const { catalog } = context.session;
    const feature = holeLayer(context);
    if (catalog.status !== 'open' || !feature) return;
    const log = logOfFeature(await openLogs(catalog.catalog, catalog.bundleUrl), feature);
    const { holesTab, logs } = context.state;
    const open = holesTab === 'logs' ? logs : [];
    const id = log && logId(log);
    context.setView({
      holesTab: 'logs',
      ...(id === null ? {} : { logs: open.includes(id) ? open : [...open, id] }),
    });
  },
};
register(tool);
