const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/;

/** About how wide a text is, millimetres: a Han sign takes the whole em, a Latin letter a little over half. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0;
  for (const sign of text) ems += WIDE.test(sign) ? 1 : 0.56;
  return ems * size;
};

/** The text in lines no wider than `width` millimetres: broken at spaces, between Han signs anywhere, and within a word that is too long. */
export const wrapText = (text: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[\s\u2e80-\u9fff\uff00-\uffef])/)) {
    if (textWidth((line + piece).trimEnd(), size) > width && line.trim() !== '') {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
    while (textWidth(line.trimEnd(), size) > width && [...line].length > 1) {
      let head = [...line];
      while (head.length > 1 && textWidth(head.join(''), size) > width) head = head.slice(0, -1);
      lines.push(head.join(''));
      line = line.slice(head.join('').length);
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
};
