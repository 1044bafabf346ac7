/** What WebGL is asked to do, counted; and draw calls held back, so that the main thread is measured alone. */
export const glCalls = { draws: 0, uploads: 0, carriedOut: true };

const DRAWING = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const;
const UPLOADING = ['bufferData', 'bufferSubData', 'texSubImage2D', 'texImage2D'] as const;

const prototype = WebGL2RenderingContext.prototype;

/** How many vertices, or where there are instances, how many of them. */
const manyOf = (name: string, args: readonly unknown[]): number =>
  Number(name.endsWith('Instanced') ? args.at(-1) : name === 'drawArrays' ? args[2] : args[1]);

for (const name of DRAWING) {
  const plain = prototype[name] as (...args: unknown[]) => void;
  Object.assign(prototype, {
    [name](this: unknown, ...args: unknown[]) {
      // Two triangles are the engine's own copies of the whole picture.
      if (manyOf(name, args) > 6) glCalls.draws++;
      if (glCalls.carriedOut) plain.apply(this, args);
    },
  });
}
for (const name of UPLOADING) {
  const plain = prototype[name] as (...args: unknown[]) => void;
  Object.assign(prototype, {
    [name](this: unknown, ...args: unknown[]) {
      glCalls.uploads++;
      plain.apply(this, args);
    },
  });
}
