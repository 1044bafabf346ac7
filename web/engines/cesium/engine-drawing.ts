import type { RendererContext, RendererFrame, Scene } from '@cesium/engine';

/**
 * The engine's own renderer: exported by its code, left out of its typings. Only what we use of it, as it is in the
 * pinned version; engine-drawing.test.ts holds it to that.
 */
declare module '@cesium/engine' {
  /** What a primitive is given once a frame, or once a pick. */
  export interface RendererFrame {
    readonly context: RendererContext;
    readonly passes: { readonly render: boolean; readonly pick: boolean };
    readonly commandList: DrawCommand[];
  }

  /** The WebGL 2 context with the engine's bookkeeping around it. */
  export interface RendererContext {
    readonly webgl2: boolean;
  }

  export const Sampler: { readonly NEAREST: object };

  export class Texture {
    constructor(
      options:
        | {
            context: RendererContext;
            width: number;
            height: number;
            pixelFormat: number;
            pixelDatatype: number;
            sampler: object;
            flipY: boolean;
          }
        // Read between texels, the picture's last row first.
        | { context: RendererContext; source: HTMLCanvasElement },
    );
    copyFrom(options: {
      xOffset?: number;
      yOffset?: number;
      source: { arrayBufferView: ArrayBufferView; width: number; height: number };
    }): void;
    destroy(): void;
  }

  export const BufferUsage: {
    readonly STREAM_DRAW: number;
    readonly STATIC_DRAW: number;
    readonly DYNAMIC_DRAW: number;
  };

  export class Buffer {
    static createVertexBuffer(options: {
      context: RendererContext;
      typedArray?: ArrayBufferView;
      sizeInBytes?: number;
      usage: number;
    }): Buffer;
    static createIndexBuffer(options: {
      context: RendererContext;
      typedArray: ArrayBufferView;
      usage: number;
      indexDatatype: number;
    }): Buffer;
    copyFromArrayView(view: ArrayBufferView, offsetInBytes?: number): void;
    destroy(): void;
  }

  export interface VertexAttribute {
    readonly index: number;
    readonly vertexBuffer: Buffer;
    readonly componentsPerAttribute: number;
    readonly componentDatatype: number;
    readonly normalize?: boolean;
    readonly offsetInBytes?: number;
    readonly strideInBytes?: number;
    readonly instanceDivisor?: number;
  }

  export class VertexArray {
    constructor(options: {
      context: RendererContext;
      attributes: readonly VertexAttribute[];
      indexBuffer?: Buffer;
    });
    /** With its buffers. */
    destroy(): void;
  }

  export class ShaderSource {
    constructor(options: { sources: string[]; defines?: string[] });
  }

  export class ShaderProgram {
    static fromCache(options: {
      context: RendererContext;
      vertexShaderSource: ShaderSource;
      fragmentShaderSource: ShaderSource;
      attributeLocations: Readonly<Record<string, number>>;
    }): ShaderProgram;
    destroy(): void;
  }

  export interface RenderStateOptions {
    readonly depthTest?: { readonly enabled: boolean; readonly func?: number };
    readonly depthMask?: boolean;
    readonly cull?: { readonly enabled: boolean };
    /** One of BlendingState. */
    readonly blending?: object;
  }

  export const RenderState: { fromCache(options: RenderStateOptions): object };

  export const Pass: { readonly OPAQUE: number };

  export class DrawCommand {
    constructor(options: {
      owner?: object;
      boundingVolume: BoundingSphere;
      cull: boolean;
      primitiveType: PrimitiveType;
      vertexArray: VertexArray;
      count?: number;
      instanceCount?: number;
      shaderProgram: ShaderProgram;
      uniformMap: Readonly<Record<string, () => unknown>>;
      renderState: object;
      pass: number;
      /** GLSL of what a pick finds here; `vec4(0.0)`: nothing, and nothing behind it either. */
      pickId?: string;
    });
    vertexArray: VertexArray;
    count: number | undefined;
    /** Of the first index. */
    offset: number | undefined;
    instanceCount: number;
    boundingVolume: BoundingSphere;
  }
}

/** Something of ours in `scene.primitives`. The engine calls `update` for each frame and each pick. */
export interface DrawnPrimitive {
  update(frame: RendererFrame): void;
  isDestroyed(): boolean;
  destroy(): void;
}

/** The context primitives are built in; the engine hands it out only while drawing. */
export const contextOf = (scene: Scene): RendererContext =>
  (scene as unknown as { context: RendererContext }).context;
