import { useEffect } from 'react';
import { dialogIsOpen } from '../../shell/open-dialog.ts';
import { keyPressOf, toolForKey } from './keyboard.ts';
import { performTool } from './perform.ts';
import { mineTools } from './registry.ts';

/** Lets the tools' shortcuts work everywhere on the page but in text fields and dialogs. */
export const useToolKeys = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || dialogIsOpen()) return;
      const tool = toolForKey(mineTools.all(), keyPressOf(event));
      if (tool && performTool(tool)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
