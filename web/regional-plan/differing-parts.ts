/** A piece of a field's text between its stops, and whether the other side does not have it. */
export interface FieldPart {
  /** Its place among the pieces. */
  readonly at: number;
  readonly text: string;
  readonly differs: boolean;
}

const STOP = /(?<=[；;])/;

/** The pieces of a text, with those marked that the other text has not: what changed in a long list is seen at once. */
export const differingParts = (text: string, other: string | null): FieldPart[] => {
  const known = new Set((other ?? '').split(STOP).map(bare));
  const parts = text.split(STOP);
  return parts.map((part, at) => ({ at, text: part, differs: parts.length > 1 && !known.has(bare(part)) }));
};

const bare = (part: string): string => part.replace(/[；;]$/, '').trim();
