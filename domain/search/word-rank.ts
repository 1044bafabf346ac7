/**
 * How well a thing's texts answer what was typed: 0 where one of them begins with the first word, 1 where all words are in them in any
 * order, null where some word is not. The texts are in lower case. @returns null: nothing was typed
 */
export const wordRank = (typed: string): ((texts: readonly string[]) => 0 | 1 | null) | null => {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return null;
  return (texts) => {
    if (!words.every((word) => texts.some((text) => text.includes(word)))) return null;
    return texts.some((text) => text.startsWith(first)) ? 0 : 1;
  };
};
