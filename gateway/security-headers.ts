import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Nothing leaves the origin and nothing foreign runs. `wasm-unsafe-eval` is for the mesh decoders (meshoptimizer,
 * Draco) compiled from bytes; inline styles are written by the component library; `blob:` images and connections
 * are textures the 3D engine makes from tiles it has already fetched; `blob:` media are camera streams put together in
 * the page. WebSockets to this origin are 'self' too (CSP level 3).
 */
export const addSecurityHeaders = async (server: FastifyInstance): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Plain http on 127.0.0.1 or inside a mine's network: HSTS would lock people out of it.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
};
