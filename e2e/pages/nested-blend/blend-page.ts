/** A square plate facing the eye. */
export interface Plate {
  /** sRGB 0…255. */
  readonly colour: readonly [number, number, number];
  readonly opacity: number;
  /** Metres in front of the middle; higher is nearer. */
  readonly at: number;
  /** Half its side, metres. */
  readonly half: number;
}

export interface BlendPage {
  /** Draws the plates in this order and gives the colour at the middle of the picture, sRGB 0…255. */
  draw(plates: readonly Plate[], clipAbove?: number): [number, number, number];
}

declare global {
  interface Window {
    blendPage: BlendPage;
  }
}
