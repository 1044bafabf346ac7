import type { OrthographicPose } from '../section-view.ts';

type Vec3 = readonly [number, number, number];

/** Directions of a pose, unit vectors in ENU. */
export interface PoseAxes {
  /** The way looked in. */
  readonly forward: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** In a plan (pitch −90) the picture's top lies in the direction of the azimuth. */
export const axesOf = ({ azimuth, pitch }: OrthographicPose): PoseAxes => {
  const [sa, ca] = [Math.sin(radians(azimuth)), Math.cos(radians(azimuth))];
  const [sp, cp] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))];
  return {
    forward: [sa * cp, ca * cp, sp],
    right: [ca, -sa, 0],
    up: [-sa * sp, -ca * sp, cp],
  };
};

/** Metres a pixel. */
export const metresAPixel = (pose: OrthographicPose, widthPixels: number): number => pose.width / widthPixels;

const along = (p: Vec3, direction: Vec3, by: number): [number, number, number] => [
  p[0] + direction[0] * by,
  p[1] + direction[1] * by,
  p[2] + direction[2] * by,
];

/** The pose after the picture was dragged by pixels (right and down): what was under the pointer stays under it. */
export const draggedBy = (
  pose: OrthographicPose,
  dx: number,
  dy: number,
  widthPixels: number,
): OrthographicPose => {
  const { right, up } = axesOf(pose);
  const scale = metresAPixel(pose, widthPixels);
  return { ...pose, target: along(along(pose.target, right, -dx * scale), up, dy * scale) };
};

/** Looked at from another side: degrees per pixel do not depend on the zoom. */
export const turnedBy = (pose: OrthographicPose, dx: number, dy: number): OrthographicPose => ({
  ...pose,
  azimuth: (((pose.azimuth + dx * 0.3) % 360) + 360) % 360,
  pitch: Math.max(-90, Math.min(90, pose.pitch - dy * 0.3)),
});

export const LEAST_WIDTH = 2;
export const MOST_WIDTH = 100_000;

/** Zoomed so that the point under the pointer stays; `x`, `y` are pixels from the middle of the picture, y down. */
export const zoomedBy = (
  pose: OrthographicPose,
  factor: number,
  x: number,
  y: number,
  widthPixels: number,
): OrthographicPose => {
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, pose.width * factor));
  const shift = (pose.width - width) / widthPixels;
  const { right, up } = axesOf(pose);
  return { ...pose, width, target: along(along(pose.target, right, x * shift), up, -y * shift) };
};
