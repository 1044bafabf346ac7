import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';
import { mineTools } from './index.ts';
import { keyLabel } from './keyboard.ts';
import { performTool, toolContext } from './perform.ts';
import type { MineTool, ToolContext } from './registry.ts';
import './tool-bar.css';
import { ToolMenu } from './tool-menu.tsx';
import { useFoldedTools } from './use-folded-tools.ts';

const ToolButton = ({ tool, context }: { tool: MineTool; context: ToolContext }) => {
  const { t } = useTranslation();
  const Icon = tool.icon;
  const active = tool.active?.(context) ?? false;
  const key = tool.shortcut ? ` (${keyLabel(tool.shortcut)})` : '';
  return (
    <Tooltip title={`${t(tool.hint ?? tool.title)}${key}`}>
      <Button
        type={active ? 'primary' : 'text'}
        icon={<Icon />}
        data-tool={tool.id}
        aria-keyshortcuts={tool.shortcut}
        aria-pressed={tool.active ? active : undefined}
        disabled={!tool.enabled(context)}
        onClick={() => performTool(tool)}
      >
        {t(tool.title)}
      </Button>
    </Tooltip>
  );
};

const PLACES = ['camera', 'look', 'data'] as const;
const BAR_TOOLS = PLACES.flatMap((place) => mineTools.all().filter((tool) => tool.place === place));

/** The bar's tools in one row, in the order of their registration, part by part; what finds no room is in its menu. */
export const ToolBar = () => {
  const { t, i18n } = useTranslation();
  // What the bar's buttons depend on; not the cursor or the camera, which change all the time.
  useView((state) => state.selected);
  useView((state) => state.slice !== null);
  useView((state) => state.holesTab);
  useView((state) => state.evidence !== null);
  useView((state) => state.measure !== null);
  useView((state) => state.driveOn !== null);
  useView((state) => state.duty);
  useSession((session) => session.view);
  useSession((session) => session.catalog);
  useSession((session) => session.reportOpen);
  const context = toolContext();
  const isActive = (tool: MineTool): boolean => tool.active?.(context) ?? false;
  const { bar, menu, folded } = useFoldedTools(BAR_TOOLS, isActive, i18n.language);
  const hidden = BAR_TOOLS.filter(({ id }) => folded?.has(id));
  return (
    <div ref={bar} className="hy-tools" role="toolbar" aria-label={t('tool.bar')}>
      {BAR_TOOLS.filter(({ id }) => !folded?.has(id)).map((tool) => {
        const Control = tool.control;
        return (
          <span key={tool.id} className="hy-tool" data-slot={tool.id}>
            {Control ? <Control /> : <ToolButton tool={tool} context={context} />}
          </span>
        );
      })}
      {(!folded || hidden.length > 0) && (
        <ToolMenu ref={menu} tools={folded ? hidden : BAR_TOOLS} context={context} />
      )}
    </div>
  );
};
