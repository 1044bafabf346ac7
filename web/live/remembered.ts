/** A choice of this person, kept in this browser. */
export const recallChoice = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused in some private windows; the choice then lasts as long as the page
  }
};

export const rememberChoice = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // as above
  }
};
