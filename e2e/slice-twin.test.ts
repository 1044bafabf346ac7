import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CutRegion, cutRegion, isCutAway } from '../domain/geology/slice/cut-region.ts';
import type { Slice } from '../domain/geology/slice/slice.ts';
import { type AppServer, ROOT } from './app-server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { servePage } from './page-server.ts';

/** The shader and `isCutAway` are to take away the same: what is drawn and what can be pointed at must not differ. */
const GLSL = readFileSync(join(ROOT, 'shaders', 'slice-away.glsl'), 'utf8');
const SIDE = 64;
const REACH = 4000;
/** Metres: float32 corners of lines prolonged to 12 km are as fine as a millimetre. */
const DOUBT = 0.01;

let server: AppServer;
let browser: OpenBrowser;
beforeAll(async () => {
  server = await servePage(join(ROOT, 'e2e', 'pages', 'empty'), ROOT);
  browser = await openBrowser({ width: 200, height: 200 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Numbers 0…1 that are the same in every run (Mulberry32). */
const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const slices = (random: () => number): Slice[] => {
  const plan = (): [number, number] => [(random() - 0.5) * 2400, (random() - 0.5) * 2400];
  return Array.from({ length: 32 }, (_, i): Slice => {
    const flipped = random() < 0.5;
    switch (i % 4) {
      case 0:
        return { kind: 'plane', at: plan(), azimuth: random() * 360, flipped };
      case 1:
        return {
          kind: 'box',
          centre: plan(),
          azimuth: random() * 360,
          length: 50 + random() * 900,
          width: 50 + random() * 900,
          low: -300 * random(),
          high: 50 + 200 * random(),
          flipped,
        };
      case 2:
        return { kind: 'level', up: (random() - 0.5) * 400, flipped };
      default: {
        // A line that folds back and crosses itself, as hands draw them, up to the most corners there may be.
        const corners = 2 + Math.floor(random() * 19);
        return { kind: 'line', line: Array.from({ length: corners }, plan), flipped };
      }
    }
  });
};

/** Places about the mine, some of them a little beside a corner or an edge of the cut. */
const placesAbout = (region: CutRegion, random: () => number): Float32Array => {
  const places = new Float32Array(SIDE * SIDE * 4);
  const corners = region.outline.length / 2;
  for (let i = 0; i < SIDE * SIDE; i++) {
    let [e, n] = [(random() - 0.5) * 3000, (random() - 0.5) * 3000];
    let up = (random() - 0.5) * 700;
    if (corners > 0 && i % 2) {
      const [a, b] = [Math.floor(random() * corners), 0];
      const next = ((a + 1) % corners) * 2;
      const share = random() < 0.2 ? b : random();
      e = region.outline[a * 2]! * (1 - share) + region.outline[next]! * share + (random() - 0.5) * 4;
      n = region.outline[a * 2 + 1]! * (1 - share) + region.outline[next + 1]! * share + (random() - 0.5) * 4;
    }
    if (i % 5 === 0 && Math.abs(region.low) < 1000) up = region.low + (random() - 0.5);
    places.set([e, n, up, 1], i * 4);
  }
  return places;
};

/** What the shader says of each place: 1 taken away. */
const inShader = (
  page: Awaited<ReturnType<OpenBrowser['open']>>['page'],
  region: CutRegion,
  places: Float32Array,
): Promise<number[]> =>
  page.evaluate(
    ({ glsl, side, places, corners, prism }) => {
      const canvas = new OffscreenCanvas(side, side);
      const gl = canvas.getContext('webgl2')!;
      const compile = (type: number, text: string): WebGLShader => {
        const shader = gl.createShader(type)!;
        gl.shaderSource(shader, text);
        gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader)!);
        return shader;
      };
      const program = gl.createProgram();
      const vertex = `#version 300 es
void main() { gl_Position = vec4(vec2[3](vec2(-1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0))[gl_VertexID], 0.0, 1.0); }`;
      const fragment = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D u_places;
uniform mat4 u_corners[4];
uniform vec4 u_prism;
out vec4 colour;
${glsl}
void main() {
  vec3 place = texelFetch(u_places, ivec2(gl_FragCoord.xy), 0).xyz;
  colour = vec4(slicedAway(place, u_corners[0], u_corners[1], u_corners[2], u_corners[3], u_prism) ? 1.0 : 0.0, 0.0, 0.0, 1.0);
}`;
      gl.attachShader(program, compile(gl.VERTEX_SHADER, vertex));
      gl.attachShader(program, compile(gl.FRAGMENT_SHADER, fragment));
      gl.linkProgram(program);
      gl.useProgram(program);
      gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, side, side, 0, gl.RGBA, gl.FLOAT, new Float32Array(places));
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      gl.uniformMatrix4fv(gl.getUniformLocation(program, 'u_corners'), false, new Float32Array(corners));
      gl.uniform4fv(gl.getUniformLocation(program, 'u_prism'), new Float32Array(prism));
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      const pixels = new Uint8Array(side * side * 4);
      gl.readPixels(0, 0, side, side, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      const error = gl.getError();
      if (error !== 0) throw new Error(`WebGL error ${error}`);
      return Array.from({ length: side * side }, (_, i) => (pixels[i * 4]! > 127 ? 1 : 0));
    },
    {
      glsl: GLSL,
      side: SIDE,
      places: [...places],
      corners: [...region.outline, ...new Array<number>(64 - region.outline.length).fill(0)],
      // As slice-uniforms.ts packs it.
      prism: [region.outline.length / 2, region.keepsInside ? 1 : 0, region.low, region.high],
    },
  );

test('the shader takes away what isCutAway does, for every kind of cut and however near to its edges', async () => {
  const { page, watch } = await browser.open(`${server.url}/`);
  const random = chance(20261129);
  let judged = 0;
  let taken = 0;
  for (const slice of slices(random)) {
    const region = cutRegion(slice, REACH);
    const places = placesAbout(region, random);
    const found = await inShader(page, region, places);
    for (let i = 0; i < found.length; i++) {
      const [e, n, up] = [places[i * 4]!, places[i * 4 + 1]!, places[i * 4 + 2]!];
      const cut = isCutAway(region, [e, n, up]);
      // On the edge itself float32 and double may see it on either side.
      const doubtful = [
        [DOUBT, 0, 0],
        [-DOUBT, 0, 0],
        [0, DOUBT, 0],
        [0, -DOUBT, 0],
        [0, 0, DOUBT],
        [0, 0, -DOUBT],
      ].some(([de, dn, du]) => isCutAway(region, [e + de!, n + dn!, up + du!]) !== cut);
      if (doubtful) continue;
      judged++;
      taken += found[i]!;
      if ((found[i] === 1) !== cut)
        throw new Error(`${JSON.stringify(slice)} at ${e}, ${n}, ${up}: shader ${found[i]}, domain ${cut}`);
    }
  }
  expect(judged).toBeGreaterThan(100_000);
  expect(taken / judged).toBeGreaterThan(0.2);
  expect(taken / judged).toBeLessThan(0.8);
  expect(watch).toEqual({ errors: [], offOrigin: [] });
  await page.close();
});
