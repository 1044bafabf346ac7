import type { CameraPose } from '../mine-view.ts';
import { cameraAxes, cameraPosition } from './camera-pose.ts';
import { metresPerPixel, type OrbitLimits, orbit, pan, zoom } from './orbit-motion.ts';
import { poseBetween } from './pose-flight.ts';
import { add, dot, scale, subtract, type Vec3 } from './vector.ts';

/** What the camera needs of the stage it moves on. Poses are in the frame as drawn (exaggerated ENU metres). */
export interface OrbitStage {
  readonly canvas: HTMLCanvasElement;
  limits(): OrbitLimits;
  /** The drawn point under a canvas point (CSS pixels), null where there is nothing. */
  pointAt(x: number, y: number): Vec3 | null;
  /** Unit direction of the ray through a canvas point for this pose. */
  rayAt(pose: CameraPose, x: number, y: number): Vec3;
  tanHalfHeight(): number;
  /** The pose changed: put the camera there and draw. */
  moved(pose: CameraPose): void;
  /** A drag began or ended: hover picks would only be in the way. */
  dragging(active: boolean): void;
  clicked(x: number, y: number): void;
  home(): void;
  /** The person moved the pivot itself. */
  panned(): void;
  /** Whether the pivot is kept on something: then all turns and zooms are about it. */
  held(): boolean;
}

export interface OrbitCamera {
  pose(): CameraPose;
  /** Goes there at once, ending a flight. */
  jump(pose: CameraPose): void;
  fly(pose: CameraPose): void;
  /** Moves the pivot, and the camera with it, without ending a flight or a drag: what is followed has moved. */
  carry(target: Vec3): void;
  setReducedMotion(reduced: boolean): void;
  /** Moves a flight or a glide on; called once a frame with a clock in milliseconds. */
  tick(now: number): void;
  destroy(): void;
}

const FLIGHT_MS = 900;
const DEGREES_PER_PIXEL = 0.25;
const CLICK_SLOP_PIXELS = 4;
/** One notch of a usual wheel (120) goes a sixth nearer. */
const WHEEL_RATE = 0.0015;
const WHEEL_MOST = 240;
const WHEEL_PAUSE_MS = 350;
const KEY_TURN = 6;
const KEY_PAN_PIXELS = 60;
const KEY_ZOOM = 0.8;
/** Share of the turning speed left after a second of gliding. */
const GLIDE_DECAY = 0.004;

interface Pointer {
  x: number;
  y: number;
}

export function createOrbitCamera(
  stage: OrbitStage,
  start: CameraPose,
  reducedAtStart: boolean,
): OrbitCamera {
  const { canvas } = stage;
  let pose = start;
  let reduced = reducedAtStart;
  let flight: { from: CameraPose; to: CameraPose; began: number | null } | null = null;
  let glide: { turn: number; tilt: number; last: number | null } | null = null;
  const pointers = new Map<number, Pointer>();
  let mode: 'orbit' | 'pan' = 'orbit';
  let pivot: Vec3 = start.target;
  let travelled = 0;
  let speed: { turn: number; tilt: number; at: number } = { turn: 0, tilt: 0, at: 0 };
  let wheelPivot: { point: Vec3; until: number } | null = null;

  const set = (next: CameraPose): void => {
    pose = next;
    stage.moved(pose);
  };
  const still = (): void => {
    flight = null;
    glide = null;
  };

  /** Where nothing lies under the pointer the ray's point at the target's depth is held instead. */
  const pivotAt = (x: number, y: number): Vec3 => {
    if (stage.held()) return pose.target;
    const hit = stage.pointAt(x, y);
    if (hit) return hit;
    const ray = stage.rayAt(pose, x, y);
    const along = Math.max(dot(ray, cameraAxes(pose.heading, pose.pitch).direction), 0.1);
    return add(cameraPosition(pose), scale(ray, pose.range / along));
  };
  const pixelAt = (point: Vec3): number => {
    const depth = dot(subtract(point, cameraPosition(pose)), cameraAxes(pose.heading, pose.pitch).direction);
    return metresPerPixel(Math.max(depth, 1), stage.tanHalfHeight(), canvas.clientHeight || 1);
  };
  const panPixels = (dx: number, dy: number): void => {
    const metres = pixelAt(pivot);
    stage.panned();
    set(pan(pose, -dx * metres, dy * metres, stage.limits()));
  };
  const local = (event: MouseEvent): Pointer => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const middle = (): Pointer => {
    let x = 0;
    let y = 0;
    for (const p of pointers.values()) {
      x += p.x / pointers.size;
      y += p.y / pointers.size;
    }
    return { x, y };
  };

  const onDown = (event: PointerEvent): void => {
    // The engine stops the browser from focusing by itself. A ring is drawn for who came by keyboard only.
    canvas.style.outline = 'none';
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    still();
    const at = local(event);
    pointers.set(event.pointerId, at);
    if (pointers.size === 1) {
      mode = event.button !== 0 || event.shiftKey || event.ctrlKey ? 'pan' : 'orbit';
      travelled = 0;
      speed = { turn: 0, tilt: 0, at: event.timeStamp };
      pivot = pivotAt(at.x, at.y);
      stage.dragging(true);
    } else {
      travelled = CLICK_SLOP_PIXELS + 1;
      const centre = middle();
      pivot = pivotAt(centre.x, centre.y);
    }
  };

  const onPinch = (event: PointerEvent, at: Pointer): void => {
    const ids = [...pointers.keys()];
    const other = pointers.get(ids.find((id) => id !== event.pointerId)!)!;
    const was = pointers.get(event.pointerId)!;
    const apart = (p: Pointer): number => Math.max(Math.hypot(p.x - other.x, p.y - other.y), 10);
    const angle = (p: Pointer): number => (Math.atan2(p.y - other.y, p.x - other.x) * 180) / Math.PI;
    let twist = angle(at) - angle(was);
    twist -= 360 * Math.round(twist / 360);
    pose = orbit(zoom(pose, pivot, apart(was) / apart(at), stage.limits()), pivot, -twist, 0, stage.limits());
    panPixels((at.x - was.x) / 2, (at.y - was.y) / 2);
  };

  const onMove = (event: PointerEvent): void => {
    const was = pointers.get(event.pointerId);
    if (!was) return;
    const at = local(event);
    const dx = at.x - was.x;
    const dy = at.y - was.y;
    travelled += Math.abs(dx) + Math.abs(dy);
    if (pointers.size > 1) onPinch(event, at);
    else if (travelled > CLICK_SLOP_PIXELS) {
      if (mode === 'pan') panPixels(dx, dy);
      else {
        const turn = dx * DEGREES_PER_PIXEL;
        const tilt = -dy * DEGREES_PER_PIXEL;
        const elapsed = Math.max(event.timeStamp - speed.at, 1);
        speed = { turn: turn / elapsed, tilt: tilt / elapsed, at: event.timeStamp };
        set(orbit(pose, pivot, turn, tilt, stage.limits()));
      }
    }
    pointers.set(event.pointerId, at);
  };

  const onUp = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) {
      const rest = middle();
      pivot = pivotAt(rest.x, rest.y);
      return;
    }
    stage.dragging(false);
    const at = local(event);
    if (event.type === 'pointerup' && travelled <= CLICK_SLOP_PIXELS && event.button === 0)
      stage.clicked(at.x, at.y);
    else if (!reduced && mode === 'orbit' && event.timeStamp - speed.at < 40) {
      glide = { turn: speed.turn, tilt: speed.tilt, last: null };
      stage.moved(pose);
    }
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    still();
    const at = local(event);
    // One pivot a gesture: the first turn would else bring a nearer thing under the pointer and change the speed.
    if (!wheelPivot || event.timeStamp > wheelPivot.until)
      wheelPivot = { point: pivotAt(at.x, at.y), until: 0 };
    wheelPivot.until = event.timeStamp + WHEEL_PAUSE_MS;
    const pixels = event.deltaY * (event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? 400 : 1);
    const held = Math.max(-WHEEL_MOST, Math.min(WHEEL_MOST, pixels));
    set(zoom(pose, wheelPivot.point, Math.exp(held * WHEEL_RATE), stage.limits()));
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turns: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const turn = turns[event.key];
    const limits = stage.limits();
    if (turn) {
      still();
      pivot = pose.target;
      if (event.shiftKey) panPixels(-turn[0] * KEY_PAN_PIXELS, turn[1] * KEY_PAN_PIXELS);
      else set(orbit(pose, pose.target, turn[0] * KEY_TURN, turn[1] * KEY_TURN, limits));
    } else if (event.key === '+' || event.key === '=') {
      still();
      set(zoom(pose, pose.target, KEY_ZOOM, limits));
    } else if (event.key === '-' || event.key === '_') {
      still();
      set(zoom(pose, pose.target, 1 / KEY_ZOOM, limits));
    } else if (event.key === 'Home') stage.home();
    else return;
    event.preventDefault();
  };
  const noMenu = (event: Event): void => event.preventDefault();
  const onBlur = (): void => {
    canvas.style.outline = '';
  };

  const listeners: readonly (readonly [string, (event: never) => void])[] = [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp],
    ['wheel', onWheel],
    ['keydown', onKey],
    ['contextmenu', noMenu],
    ['blur', onBlur],
  ];
  for (const [type, listener] of listeners)
    canvas.addEventListener(type, listener as EventListener, { passive: false });

  return {
    pose: () => pose,
    jump(next) {
      still();
      set(next);
    },
    fly(next) {
      still();
      if (reduced) set(next);
      else {
        flight = { from: pose, to: next, began: null };
        stage.moved(pose);
      }
    },
    carry(target) {
      const moved = subtract(target, pose.target);
      if (flight) flight.to = { ...flight.to, target };
      else set({ ...pose, target });
      pivot = add(pivot, moved);
      // A wheel's turn begun before goes on about where the thing is now.
      if (wheelPivot) wheelPivot.point = target;
    },
    setReducedMotion(next) {
      reduced = next;
      if (!reduced) return;
      const end = flight?.to;
      still();
      if (end) set(end);
    },
    tick(now) {
      if (flight) {
        flight.began ??= now;
        const t = (now - flight.began) / FLIGHT_MS;
        const next = poseBetween(flight.from, flight.to, t);
        if (t >= 1) flight = null;
        set(next);
      } else if (glide) {
        const elapsed = glide.last === null ? 16 : Math.min(now - glide.last, 50);
        const left = GLIDE_DECAY ** (elapsed / 1000);
        set(orbit(pose, pivot, glide.turn * elapsed, glide.tilt * elapsed, stage.limits()));
        const { turn, tilt } = glide;
        const slow = Math.hypot(turn, tilt) < 0.003;
        glide = slow ? null : { turn: turn * left, tilt: tilt * left, last: now };
      }
    },
    destroy() {
      still();
      for (const [type, listener] of listeners) canvas.removeEventListener(type, listener as EventListener);
    },
  };
}
