/** About how wide a text is, millimetres: a Han sign takes the whole em, a Latin letter a little over half. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0;
  for (const sign of text) ems += /[\u2e80-\u9fff\uff00-\uffef]/.test(sign) ? 1 : 0.56;
  return ems * size;
};
