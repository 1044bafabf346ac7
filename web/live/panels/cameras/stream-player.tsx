import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { TextKey } from '../../../i18n/i18n.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { useLive } from '../../live-store.ts';
import { openStream, type StreamNews } from './open-stream.ts';

const WHY: Readonly<Record<Extract<StreamNews, { is: 'failed' }>['why'], TextKey>> = {
  missing: 'cameras.streamMissing',
  refused: 'cameras.streamRefused',
  network: 'cameras.streamNetwork',
  codec: 'cameras.streamCodec',
  other: 'cameras.streamFailed',
};

/** Plays one HLS stream of this server, and says whether what moves is now, recorded or made up. */
export const StreamPlayer = ({ device, path }: { device: SetupDevice; path: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const video = useRef<HTMLVideoElement>(null);
  const [news, setNews] = useState<StreamNews | null>(null);
  const [attempt, setAttempt] = useState(0);
  const synthetic = useLive((live) => live.synthetic || live.setup?.provenance === 'synthetic');
  useEffect(() => {
    // `attempt` starts it afresh.
    if (!video.current || attempt < 0) return;
    setNews(null);
    return openStream(video.current, path, setNews);
  }, [path, attempt]);
  return (
    <figure className="hy-stream" data-stream={news?.is ?? 'loading'}>
      {/* Cameras send no sound; muted pictures may start by themselves. */}
      <video
        ref={video}
        muted
        playsInline
        controls={news?.is === 'playing'}
        aria-label={t('cameras.streamLabel', { name: device.name[language] })}
      />
      {!news && (
        <p className="hy-stream-over" role="status">
          {t('cameras.streamLoading')}
        </p>
      )}
      {news?.is === 'failed' && (
        <div className="hy-stream-over" role="alert">
          <p>{t(WHY[news.why])}</p>
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('cameras.streamRetry')}
          </Button>
        </div>
      )}
      {news?.is === 'playing' && (
        <figcaption>
          <span className="hy-stream-badge" data-recorded={news.recorded}>
            {t(news.recorded ? 'cameras.streamRecorded' : 'cameras.streamLive')}
          </span>
          {synthetic && (
            <span className="hy-stream-badge hy-flag-synthetic">{t('cameras.streamSynthetic')}</span>
          )}
        </figcaption>
      )}
    </figure>
  );
};
