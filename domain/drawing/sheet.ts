/** Paper formats of drawings, millimetres. Sizes: ISO 216; frame margins as GB/T 14689 draws them with a binding edge. */
export const SHEET_SIZES = ['A0', 'A1', 'A2', 'A3', 'A4'] as const;
export type SheetSize = (typeof SHEET_SIZES)[number];

/** Long side first. */
const LONG_AND_SHORT: Readonly<Record<SheetSize, readonly [number, number]>> = {
  A0: [1189, 841],
  A1: [841, 594],
  A2: [594, 420],
  A3: [420, 297],
  A4: [297, 210],
};

const BINDING_MARGIN = 25;
const MARGIN: Readonly<Record<SheetSize, number>> = { A0: 10, A1: 10, A2: 10, A3: 5, A4: 5 };

/** A rectangle on the paper, millimetres from the sheet's lower left corner, y up. */
export interface PaperBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Sheet {
  readonly size: SheetSize;
  readonly orientation: 'landscape' | 'portrait';
  readonly width: number;
  readonly height: number;
  /** The drawn frame; everything lies inside it. */
  readonly frame: PaperBox;
}

export const makeSheet = (size: SheetSize, orientation: Sheet['orientation']): Sheet => {
  const [long, short] = LONG_AND_SHORT[size];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const margin = MARGIN[size];
  return {
    size,
    orientation,
    width,
    height,
    frame: { left: BINDING_MARGIN, bottom: margin, right: width - margin, top: height - margin },
  };
};

export const boxWidth = (box: PaperBox): number => box.right - box.left;
export const boxHeight = (box: PaperBox): number => box.top - box.bottom;
