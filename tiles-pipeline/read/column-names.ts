/**
 * A header as people mean it: full-width letters and signs as half-width, case, blanks and joining signs ignored.
 * "Profondeur " and "profondeur", "Ｘ坐标" and "x坐标", "From_Depth" and "from depth" are the same name.
 */
export const normaliseHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.·:：]+/gu, '');

/** The same without its unit: "厚度/m", "厚度(m)" and "厚度（m）" all name 厚度. */
export const headerWithoutUnit = (header: string): string =>
  normaliseHeader(
    header
      .normalize('NFKC')
      .replace(/[([【][^)\]】]*[)\]】]\s*$/u, '')
      .replace(/\/[^/]*$/u, ''),
  );
