import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyLabel } from './keyboard.ts';
import { performTool } from './perform.ts';
import type { MineTool, ToolContext } from './registry.ts';

interface ToolMenuProps {
  readonly tools: readonly MineTool[];
  readonly context: ToolContext;
  /** The button, which the bar measures. */
  readonly ref: Ref<HTMLSpanElement>;
}

/** The tools that found no room in the bar, with their names and keys. */
export const ToolMenu = ({ tools, context, ref }: ToolMenuProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const isActive = (tool: MineTool): boolean => tool.active?.(context) ?? false;
  useEffect(() => {
    if (!open) return;
    // Before the page's own keys: Escape closes the menu, and takes back no selection.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [open]);
  const rows = tools.map((tool) => {
    const { id, title, hint, icon: Icon, control: Control, shortcut } = tool;
    const key = shortcut && <kbd>{keyLabel(shortcut)}</kbd>;
    return (
      <li key={id}>
        {Control ? (
          <>
            <Control />
            {key}
          </>
        ) : (
          <button
            type="button"
            data-tool={id}
            aria-keyshortcuts={shortcut}
            aria-pressed={tool.active ? isActive(tool) : undefined}
            disabled={!tool.enabled(context)}
            onClick={() => {
              close();
              performTool(tool);
            }}
          >
            <Icon />
            <span>
              {t(title)}
              {hint && <small>{t(hint)}</small>}
            </span>
            {key}
          </button>
        )}
      </li>
    );
  });
  return (
    <span ref={ref} className="hy-tool-more">
      <Popover
        trigger="click"
        placement="topRight"
        open={open}
        onOpenChange={setOpen}
        afterOpenChange={(shown) => {
          if (shown)
            list.current?.querySelector<HTMLElement>('button:not([disabled]), [tabindex="0"]')?.focus();
        }}
        content={
          <ul ref={list} className="hy-tool-menu" aria-label={t('tool.moreHint')}>
            {rows}
          </ul>
        }
      >
        <Button
          ref={button}
          type={tools.some(isActive) ? 'primary' : 'text'}
          icon={<EllipsisOutlined />}
          data-tool-menu={open}
          aria-haspopup="true"
          aria-expanded={open}
          title={t('tool.moreHint')}
        >
          {t('tool.more', { n: tools.length })}
        </Button>
      </Popover>
    </span>
  );
};
