/** Whether a dialog, drawer or menu has the person's attention, so that keys are its own. */
export const dialogIsOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]') !== null &&
  document.activeElement?.closest('[role="dialog"], .ant-select-open, .ant-dropdown, [role="menu"]') !== null;
