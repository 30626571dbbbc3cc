/** Names of renderers that draw on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let isSoftware: boolean | undefined;

/**
 * Whether WebGL draws without graphics hardware, as over remote desktops: there smooth lines would take as long as all
 * the rest (30,000 points: 40 ms a frame instead of 17). `failIfMajorPerformanceCaveat` does not tell it everywhere.
 */
export function isSoftwareRenderer(): boolean {
  isSoftware ??= SOFTWARE.test(rendererName());
  return isSoftware;
}

function rendererName(): string {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl');
  if (!gl) return '';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}
