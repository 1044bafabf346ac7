import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { binaryFrame } from './binary-frame.ts';

test('a client reads every length back, also among messages of the library', async () => {
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 200_000];
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      for (const length of lengths) {
        socket.write(binaryFrame(new Uint8Array(length).fill(length & 255)));
        ws.send(String(length));
      }
      ws.close();
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const got: (string | Buffer)[] = [];
  client.on('message', (data: Buffer, isBinary) => void got.push(isBinary ? data : data.toString()));
  await once(client, 'close');
  server.close();
  expect(got).toEqual(lengths.flatMap((length) => [Buffer.alloc(length, length & 255), String(length)]));
});
