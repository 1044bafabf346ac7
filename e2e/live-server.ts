import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_FOLDER, buildAppIfNeeded } from '../bin/app-build.ts';
import type { Role } from '../domain/contracts/account.ts';
import type { PositionMessage, ReadingMessage } from '../domain/contracts/live/messages.ts';
import type { MessageKind } from '../domain/contracts/live/topic.ts';
import { signedIn } from '../gateway/accounts/signed-in.test-kit.ts';
import { type Live, startLive } from '../gateway/live/live.ts';
import { createServer } from '../gateway/server.ts';
import { buildBundles, ROOT } from './app-server.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

/** The gateway with its live side in this process, so that a test says exactly what the devices say. */
export interface LiveServer {
  readonly url: string;
  readonly live: Live;
  /** Takes a message as if it had come over MQTT; resolves when it is kept. `boot`, `seq` and `v` are filled in. */
  say(
    kind: MessageKind,
    gateway: string,
    message: { readonly at: number; readonly sent: number } & (
      | Pick<PositionMessage, 'tags'>
      | Pick<ReadingMessage, 'readings'>
    ),
  ): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param streamsFolder HLS files of cameras; none by default
 * @param role of the account that every browser is signed in with; it sees the mine
 */
export const startLiveServer = async (
  mine: string,
  streamsFolder?: string,
  role: Role = 'dispatcher',
): Promise<LiveServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-live-'));
  // Run by root, the database runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  buildBundles([join(ROOT, 'data', mine, 'mine.yaml')]);
  await buildAppIfNeeded();
  const live = await startLive({
    liveRoot: join(ROOT, 'data'),
    bundlesRoot: TEST_BUNDLES,
    stateFolder: join(folder, 'state'),
    mqttPort: 0,
    streamsFolder: streamsFolder ?? join(folder, 'streams'),
  });
  const county = live.side(mine)!.live.manifest.county;
  const server = await createServer({ bundlesRoot: TEST_BUNDLES, appFolder: APP_FOLDER, live });
  let cookie = '';
  // Whoever opens the page is signed in with it.
  server.addHook('onSend', async (request, reply) => {
    if (request.url.split('?')[0] === '/')
      reply.header('set-cookie', `${cookie}; Path=/; HttpOnly; SameSite=Strict`);
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  cookie = await signedIn(live, new URL(url).host, { role, mines: [mine] });
  let seq = 0;
  return {
    url,
    live,
    say: (kind, gateway, message) =>
      live.intake.receive({
        topic: `v1/${county}/${mine}/${kind}/${gateway}`,
        payload: new TextEncoder().encode(
          JSON.stringify({ v: 1, boot: 'test', seq: seq++, synthetic: true, ...message }),
        ),
        client: 'test',
      }),
    async stop() {
      await server.close();
      await live.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
