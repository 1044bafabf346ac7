/** A value as the text of a file: of the same value always the same. */
export const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
