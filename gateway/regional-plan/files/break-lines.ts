/** Width of a text, points. */
export type Measure = (text: string) => number;

/** Signs that may not begin a line, and that may not end one (after GB/T 15834: 标点符号用法). */
const NEVER_FIRST = /[，。、；：？！）】》”’」…—,.;:?!)\]}%]/;
const NEVER_LAST = /[（【《“‘「([{]/;
const HAN = /[\u2e80-\u9fff\uff00-\uffef]/;

/** A piece of text that is never parted: a word with its space, or a Han sign with the signs that cling to it. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of text) {
    const last = [...piece].at(-1) ?? '';
    const parts =
      piece !== '' &&
      !NEVER_FIRST.test(sign) &&
      !NEVER_LAST.test(last) &&
      (HAN.test(sign) || HAN.test(last) || (last === ' ' && sign !== ' ') || last === '/' || last === '；');
    if (parts) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
};

/** Lines no wider than `width`: between words, and between Han signs by their rules; a word that is too long is cut. */
export const breakLines = (text: string, width: number, measure: Measure): string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (measure((line + piece).trimEnd()) > width && line.trim() !== '') {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
      while (measure(line.trimEnd()) > width && [...line].length > 1) {
        let head = [...line];
        while (head.length > 1 && measure(head.join('')) > width) head = head.slice(0, -1);
        lines.push(head.join(''));
        line = line.slice(head.join('').length);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
};
