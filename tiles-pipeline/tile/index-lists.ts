/** One list after the other. */
export const joinLists = (lists: readonly Uint32Array[]): Uint32Array => {
  const joined = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
};
