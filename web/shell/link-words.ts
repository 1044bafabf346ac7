const LONGEST_WORD = 200;

/** Any words in a link, percent-encoded once more, with what separates words and choices there. */
export const codedWord = (word: string): string =>
  encodeURIComponent(word).replace(/[._]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** null: no word was coded so. */
export const decodedWord = (text: string): string | null => {
  try {
    const word = decodeURIComponent(text);
    return word !== '' && word.length <= LONGEST_WORD ? word : null;
  } catch {
    return null;
  }
};
