import { BufferAttribute, Color, Mesh, OrthographicCamera, PlaneGeometry, Scene, WebGLRenderer } from 'three';
import { createBodyMaterials, createSharedUniforms } from '../../../web/engines/three/body-material.ts';
import { createNestedBlend } from '../../../web/engines/three/nested-blend.ts';
import type { Plate } from './blend-page.ts';

/** Plates before an eye, for tests: the blending alone. */

const SIZE = 64;

const renderer = new WebGLRenderer({ antialias: false, preserveDrawingBuffer: true });
renderer.setPixelRatio(1);
renderer.setSize(SIZE, SIZE);
document.body.append(renderer.domElement);
const shared = createSharedUniforms();
const blend = createNestedBlend(renderer, shared);
const camera = new OrthographicCamera(-10, 10, 10, -10, 0, 200);
camera.position.set(0, 0, 100);

const plateMesh = ({ colour, opacity, at, half }: Plate): Mesh => {
  const geometry = new PlaneGeometry(half * 2, half * 2);
  const linear = new Color().setRGB(colour[0] / 255, colour[1] / 255, colour[2] / 255, 'srgb');
  geometry.setAttribute(
    'color',
    new BufferAttribute(new Float32Array([0, 1, 2, 3].flatMap(() => linear.toArray())), 3),
  );
  const materials = createBodyMaterials(shared);
  materials.opacity.value = opacity;
  const mesh = new Mesh(geometry, materials.byPass.solid);
  mesh.position.z = at;
  mesh.userData.materials = materials;
  return mesh;
};

window.blendPage = {
  draw(plates, clipAbove) {
    const scene = new Scene();
    scene.background = new Color(0xffffff);
    scene.add(...plates.map(plateMesh));
    if (clipAbove === undefined) shared.clip.value.set(0, 0, 0, 0);
    else shared.clip.value.set(0, 0, 1, -clipAbove);
    blend.render(scene, camera);
    const gl = renderer.getContext();
    const pixel = new Uint8Array(4);
    gl.readPixels(SIZE / 2, SIZE / 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return [pixel[0]!, pixel[1]!, pixel[2]!];
  },
};
