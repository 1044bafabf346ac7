/** The build without alternate audio, subtitles and encryption: cameras send none, and it is a third smaller. */
declare module 'hls.js/light' {
  export * from 'hls.js';
  export { default } from 'hls.js';
}
