import {
  type Camera,
  DepthTexture,
  GLSL3,
  HalfFloatType,
  Mesh,
  NearestFilter,
  NoBlending,
  type Object3D,
  OrthographicCamera,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  UnsignedIntType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import nestedComposite from '../../../shaders/nested-composite.glsl?raw';
import type { BlendPass, BodyMaterials, SharedUniforms } from './body-material.ts';

/** Where a mesh keeps its layer's materials. */
interface Body extends Mesh {
  readonly userData: { materials?: BodyMaterials };
}
const isBody = (object: Object3D): object is Body => object instanceof Mesh && 'materials' in object.userData;

/** Below this a layer is see-through. */
const SOLID_FROM = 0.995;

const COMPOSITE = /* glsl */ `
${nestedComposite}
uniform sampler2D solid;
uniform sampler2D front;
uniform sampler2D tailSum;
uniform sampler2D tailWeight;
in vec2 at;
out vec4 colour;
void main() {
  vec4 plain = texture(solid, at);
  vec3 seen = nestedComposite(plain.rgb, texture(front, at), texture(tailSum, at), texture(tailWeight, at).r);
  vec3 low = seen * 12.92;
  vec3 high = 1.055 * pow(max(seen, 0.0031308), vec3(1.0 / 2.4)) - 0.055;
  colour = vec4(mix(low, high, step(0.0031308, seen)), 1.0);
}`;

/**
 * Draws nested see-through bodies right without sorting: solid things, then of the see-through ones the nearest layer
 * exactly, then all behind it as a weighted mean (the two shaders say how). Unlike the mean alone, which takes no notice
 * of order, a goaf in front of an ore body looks in front of it.
 *
 * Bodies are the meshes of `scene` whose `userData.materials` are `BodyMaterials`; everything else is drawn with the solids.
 */
export const createNestedBlend = (renderer: WebGLRenderer, shared: SharedUniforms) => {
  const depthTexture = () => {
    const texture = new DepthTexture(1, 1, UnsignedIntType);
    texture.minFilter = NearestFilter;
    texture.magFilter = NearestFilter;
    return texture;
  };
  const plain = { format: RGBAFormat, minFilter: NearestFilter, magFilter: NearestFilter } as const;
  const solid = new WebGLRenderTarget(1, 1, { ...plain, type: HalfFloatType, depthTexture: depthTexture() });
  const front = new WebGLRenderTarget(1, 1, { ...plain, type: HalfFloatType, depthTexture: depthTexture() });
  const tail = new WebGLRenderTarget(1, 1, { ...plain, type: HalfFloatType, count: 2, depthBuffer: false });
  const targets = [solid, front, tail];
  shared.solidDepth.value = solid.depthTexture;
  shared.frontDepth.value = front.depthTexture;

  const sheet = new Mesh(
    new PlaneGeometry(2, 2),
    new ShaderMaterial({
      name: 'nested-composite',
      glslVersion: GLSL3,
      vertexShader: 'out vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }',
      fragmentShader: COMPOSITE,
      uniforms: {
        solid: { value: solid.texture },
        front: { value: front.texture },
        tailSum: { value: tail.textures[0] },
        tailWeight: { value: tail.textures[1] },
      },
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
    }),
  );
  sheet.frustumCulled = false;
  const screen = new Scene();
  screen.add(sheet);
  const screenCamera = new OrthographicCamera();
  const size = new Vector2();

  const takeSize = (): void => {
    renderer.getDrawingBufferSize(size);
    if (shared.size.value.equals(size)) return;
    shared.size.value.copy(size);
    for (const target of targets) target.setSize(size.x, size.y);
  };

  return {
    render(scene: Scene, camera: Camera): void {
      takeSize();
      const bodies: Body[] = [];
      const others: Object3D[] = [];
      scene.traverse((object) => {
        if (isBody(object)) bodies.push(object);
        else if ('material' in object && object.visible) others.push(object);
      });
      const shown = bodies.filter(({ visible }) => visible);
      const isGlass = (body: Body): boolean => body.userData.materials!.opacity.value < SOLID_FROM;
      const { background } = scene;
      const draw = (pass: BlendPass, target: WebGLRenderTarget): void => {
        for (const body of shown) {
          body.visible = isGlass(body) === (pass !== 'solid');
          body.material = body.userData.materials!.byPass[pass];
        }
        for (const object of others) object.visible = pass === 'solid';
        scene.background = pass === 'solid' ? background : null;
        renderer.setRenderTarget(target);
        // The product of (1 − opacity) begins at 1, everything else at 0.
        renderer.setClearColor(0x000000, pass === 'tail' ? 1 : 0);
        renderer.render(scene, camera);
      };
      draw('solid', solid);
      draw('front', front);
      draw('tail', tail);
      for (const object of [...shown, ...others]) object.visible = true;
      scene.background = background;
      renderer.setRenderTarget(null);
      renderer.render(screen, screenCamera);
    },
    dispose(): void {
      for (const target of targets) {
        target.depthTexture?.dispose();
        target.dispose();
      }
      sheet.geometry.dispose();
      sheet.material.dispose();
    },
  };
};
