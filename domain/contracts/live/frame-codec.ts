/**
 * Entity frames as bytes, for the socket and the history routes. The layout is told in frame-layout.ts; encoder and
 * decoder are tested against each other.
 */
export { createFrameDecoder, type FrameDecoder, readFrameHeader } from './frame-decoder.ts';
export { encodeDelta, encodeKeyframe } from './frame-encoder.ts';
export { FrameError, type FrameHeader, MAX_AGE_SECONDS } from './frame-layout.ts';
