/** What WebGL's own word for it may hold where no graphics card draws: SwiftShader, Mesa's and Windows' software drivers. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|swrast|basic render|software/i;

/** @param renderer as WebGL names it; null where it does not tell, and then a card is taken for granted */
export const drawnBySoftware = (renderer: string | null): boolean =>
  renderer !== null && SOFTWARE.test(renderer);

/** Name of what draws. */
export const rendererOf = (canvas: HTMLCanvasElement): string | null => {
  const gl = canvas.getContext('webgl2');
  if (!gl) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  return typeof name === 'string' ? name : null;
};
