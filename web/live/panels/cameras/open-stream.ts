/** What is known of a stream's picture while it plays, and why it does not. */
export type StreamNews =
  | { readonly is: 'playing'; readonly recorded: boolean }
  | { readonly is: 'failed'; readonly why: 'missing' | 'refused' | 'network' | 'codec' | 'other' };

/** A path of this server, as an absolute path; null for anything that would leave the origin. */
export const ownPath = (address: string, origin: string): string | null => {
  if (!address.startsWith('/') || !URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  return url.origin === origin ? url.pathname + url.search : null;
};

/** How often a broken network is tried again before the picture is called gone. */
const NETWORK_TRIES = 2;

/**
 * Plays an HLS playlist in a video element until the returned function is called. hls.js where the browser can be fed
 * pieces, which is nearly everywhere; else the browser's own HLS (iPhones).
 */
export const openStream = (
  video: HTMLVideoElement,
  address: string,
  news: (news: StreamNews) => void,
): (() => void) => {
  let stop = () => {};
  let ended = false;
  let recorded = false;
  const tell = (what: StreamNews) => {
    if (!ended) news(what);
  };
  const playing = () => tell({ is: 'playing', recorded });
  video.addEventListener('playing', playing);
  const play = () => {
    // Muted pictures may start by themselves; where even that is refused the controls are there.
    video.play().catch(() => {});
  };
  const start = async () => {
    const { default: Hls, Events, ErrorDetails, ErrorTypes } = await import('hls.js/light');
    if (ended) return;
    if (!Hls.isSupported()) {
      const failed = () => tell({ is: 'failed', why: 'other' });
      video.addEventListener('error', failed);
      video.src = address;
      play();
      stop = () => {
        video.removeEventListener('error', failed);
        video.removeAttribute('src');
        video.load();
      };
      return;
    }
    // hls.js makes its worker from a blob, which the server's policy forbids; one camera needs no worker.
    const hls = new Hls({ enableWorker: false, backBufferLength: 10, maxBufferLength: 15 });
    stop = () => hls.destroy();
    let tries = 0;
    hls.on(Events.LEVEL_LOADED, (_event, { details }) => {
      recorded = !details.live;
      // A clip is shown for what it shows, not for its end.
      video.loop = recorded;
      if (!video.paused && video.readyState >= 3) playing();
    });
    hls.on(Events.FRAG_BUFFERED, () => {
      tries = 0;
    });
    hls.on(Events.ERROR, (_event, { fatal, type, details, response }) => {
      if (!fatal) return;
      const status = response?.code ?? 0;
      if (type === ErrorTypes.NETWORK_ERROR && status === 0 && tries < NETWORK_TRIES) {
        tries++;
        hls.startLoad();
        return;
      }
      hls.stopLoad();
      const codec =
        details === ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR ||
        details === ErrorDetails.BUFFER_ADD_CODEC_ERROR ||
        details === ErrorDetails.BUFFER_INCOMPATIBLE_CODECS_ERROR;
      const why =
        status === 404
          ? 'missing'
          : status === 401 || status === 403
            ? 'refused'
            : codec
              ? 'codec'
              : type === ErrorTypes.NETWORK_ERROR
                ? 'network'
                : 'other';
      tell({ is: 'failed', why });
    });
    hls.loadSource(address);
    hls.attachMedia(video);
    play();
  };
  start().catch(() => tell({ is: 'failed', why: 'network' }));
  return () => {
    ended = true;
    video.removeEventListener('playing', playing);
    stop();
  };
};
