import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Clamd } from '../../../src/platform/files/clamd.js';
import { FILE_LIMITS } from '../../../src/platform/files/file-limits.js';
import { eicarFile } from '../../../src/platform/files/scanner-samples.js';
import { testScanner } from '../../../src/platform/files/scanner-self-test.js';
import { startOwnClamd } from '../../support/own-clamd.js';

const findingsOf = async (settings: readonly string[], signatures?: readonly string[]) => {
  const own = await startOwnClamd({ settings, ...(signatures ? { signatures } : {}) });
  const { findings } = await testScanner(new Clamd(own.url));
  await own.stop();
  return findings;
};

describe('the self-test of a real clamd', () => {
  it('finds nothing wrong with one that is set up as it must be', async () => {
    expect(await findingsOf([])).toEqual([]);
  });

  it('attack 082: finds that it is silent about what is beyond its limits', async () => {
    expect(await findingsOf(['AlertExceedsMax no'])).toEqual(['silent_beyond_limits']);
  });

  it.each(['StreamMaxLength 5M', 'MaxFileSize 5M', 'MaxScanSize 5M'])(
    'finds that %s is less than our largest file',
    async (line) => expect(await findingsOf([line])).toEqual(['limits_too_small']),
  );

  it('finds that it knows no viruses', async () => {
    const other = 'Something-Else:0:*:00112233445566778899aabbccddeeff';
    expect(await findingsOf([], [other])).toEqual(['misses_viruses']);
  });

  it('attack 082: reports EICAR behind as much padding as a file may have', async () => {
    const own = await startOwnClamd();
    const eicar = eicarFile();
    const padding = Buffer.alloc(FILE_LIMITS.maxBytesPerFile - eicar.length, 32);
    const clamd = new Clamd(own.url);
    expect((await clamd.scan(Buffer.concat([padding, eicar]))).found).toBe('virus');
    const smaller = await startOwnClamd({ settings: ['MaxFileSize 1M'] });
    const answer = await new Clamd(smaller.url).scan(Buffer.concat([padding, eicar]));
    expect(answer).toEqual({ found: 'virus', name: 'Heuristics.Limits.Exceeded.MaxFileSize' });
    await Promise.all([own.stop(), smaller.stop()]);
  });
});

describe('a scanner that misbehaves', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  const scanAt = async (behaviour: (socket: Socket) => void, patienceMs = 2000) => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      behaviour(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Clamd(`tcp://127.0.0.1:${port}`, patienceMs).scan(
      Buffer.alloc(500_000),
    );
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    return answer.found;
  };
  const says = (words: string) => (socket: Socket) => {
    socket.resume();
    socket.on('data', () => undefined);
    setTimeout(() => socket.end(words), 50);
  };

  it('attack 083: is never taken to have called a file clean', async () => {
    expect(await scanAt(says('stream: OK\0'))).toBe('nothing');
    for (const words of [
      '',
      'stream: OK',
      'stream: O',
      'ERROR\0',
      'stream: OK\0x',
      'x'.repeat(9000),
    ]) {
      expect(await scanAt(says(words))).toBe('no_answer');
    }
    expect(await scanAt((socket) => socket.destroy())).toBe('no_answer');
    expect(await scanAt((socket) => socket.resume(), 300)).toBe('no_answer');
    expect((await new Clamd('tcp://127.0.0.1:9').scan(Buffer.alloc(9))).found).toBe('no_answer');
    expect((await new Clamd('unix:/nowhere/clamd.sock').scan(Buffer.alloc(9))).found).toBe(
      'no_answer',
    );
  });
});
