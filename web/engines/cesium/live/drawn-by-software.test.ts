import { expect, it } from 'vitest';
import { drawnBySoftware } from './drawn-by-software.ts';

it.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', true],
  ['Apple Software Renderer', true],
  ['ANGLE (NVIDIA, Vulkan 1.4.312 (NVIDIA H100 80GB HBM3 (0x00002330)), NVIDIA)', false],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', false],
  ['Apple GPU', false],
  [null, false],
])('%s: drawn by software %s', (renderer, software) => expect(drawnBySoftware(renderer)).toBe(software));
