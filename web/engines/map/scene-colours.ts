export type Rgba = [number, number, number, number];
export type Point3 = [number, number, number];

/** @param colour `#rrggbb` */
export const rgba = (colour: string, alpha = 255): Rgba => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
  alpha,
];

/** Letters of the scene, from fonts the reader has. */
export const SCENE_FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
