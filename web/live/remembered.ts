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

const NAME_KEY = 'hyalite.acknowledge-name';

/** Who sits here, as last written under an answer; empty before the first. */
export const recallName = (): string => recallChoice(NAME_KEY) ?? '';

export const rememberName = (name: string): void => rememberChoice(NAME_KEY, name.trim());
