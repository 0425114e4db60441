import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { form, MULTIPART, part, startUploadServer } from './upload-server.js';

const LINE = '\r\n';
let server: Awaited<ReturnType<typeof startUploadServer>>;

beforeAll(async () => {
  server = await startUploadServer({
    '/upload': {},
    '/impatient': { idleMilliseconds: 150 },
    '/hasty': { receiveMilliseconds: 400 },
  });
});
afterAll(() => server.stop());
afterEach(() => server.expectEmptyQuarantine());

describe('senders who do not finish', () => {
  function openUpload(path: string, content: Buffer): Promise<ReturnType<typeof connect>> {
    return new Promise((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        const head = [
          `POST ${path} HTTP/1.1`,
          'Host: 127.0.0.1',
          `Content-Type: ${MULTIPART['content-type']}`,
          'Content-Length: 2000000',
        ].join(LINE);
        const start = part('name="paper-1"; filename="a.pdf"', '').slice(0, -LINE.length);
        socket.write(`${head}${LINE}${LINE}${start}`);
        socket.write(content, () => resolve(socket));
      });
      socket.on('error', (error) => (socket.destroyed ? undefined : reject(error)));
    });
  }

  const descriptors = () => readdirSync('/proc/self/fd').length;

  it('200 dropped half-way leave no file and no descriptor', async () => {
    await server.post('/upload', form([]));
    const before = descriptors();
    const sockets = await Promise.all(
      Array.from({ length: 200 }, () => openUpload('/upload', Buffer.alloc(20_000))),
    );
    for (let tries = 0; tries < 200 && readdirSync(server.incoming).length < 200; tries += 1)
      await pause(20);
    expect(readdirSync(server.incoming)).toHaveLength(200);
    for (const socket of sockets) socket.destroy();
    await server.expectEmptyQuarantine();
    for (let tries = 0; tries < 100 && descriptors() > before + 2; tries += 1) await pause(20);
    expect(descriptors()).toBeLessThanOrEqual(before + 2);
    expect(
      (await server.post('/upload', form([['paper-1', Buffer.from('x'), 'a']]))).outcome.ok,
    ).toBe(true);
  }, 30_000);

  it('are cut when they fall silent, and when they only drip', async () => {
    const silent = await openUpload('/impatient', Buffer.alloc(100));
    await new Promise((resolve) => silent.once('close', resolve));
    const dripping = await openUpload('/hasty', Buffer.alloc(100));
    const drip = setInterval(() => dripping.write('x'), 50);
    await new Promise((resolve) => dripping.once('close', resolve));
    clearInterval(drip);
  }, 10_000);
});
