import { Button, Tooltip } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';
import { keyLabel } from './keyboard.ts';
import { performTool, toolContext } from './perform.ts';
import { type MineTool, mineTools, type ToolContext } from './registry.ts';

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

/** The bar's tools, in the order of their registration, part by part. */
export const ToolBar = () => {
  const { t } = useTranslation();
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
  return (
    <div className="hy-tools" role="toolbar" aria-label={t('tool.bar')}>
      {(['camera', 'look', 'data'] as const).map((place) => (
        <Fragment key={place}>
          {mineTools
            .all()
            .filter((tool) => tool.place === place)
            .map((tool) => {
              const Control = tool.control;
              return Control ? (
                <Control key={tool.id} />
              ) : (
                <ToolButton key={tool.id} tool={tool} context={context} />
              );
            })}
        </Fragment>
      ))}
    </div>
  );
};
