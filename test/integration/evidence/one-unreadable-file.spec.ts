import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { FILE_LIMITS } from '../../../src/platform/files/file-limits.js';
import { eicarFile } from '../../../src/platform/files/scanner-samples.js';
import { pdf, photo } from '../files/sample-files.js';
import { startEvidenceBench } from './evidence-bench.js';

const UNREADABLE = 'no scanner can read this';
const PHOTO_BYTES = FILE_LIMITS.maxBytesPerFile;

/** Says what a clamd says that cannot read one of the files it is given, and is well otherwise. */
async function startClamd(): Promise<Server> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      got = Buffer.concat([got, piece]);
      if (got.toString('latin1') === 'zVERSION\0') socket.end('ClamAV 1.4.6\0');
      else if (isWhole(got)) answer(socket, got);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Pieces behind their lengths; a length of nothing ends the file. */
function isWhole(got: Buffer): boolean {
  let at = 'zINSTREAM\0'.length;
  while (at + 4 <= got.length) {
    const length = got.readUInt32BE(at);
    if (length === 0) return true;
    at += 4 + length;
  }
  return false;
}

function answer(socket: Socket, got: Buffer): void {
  if (got.includes(UNREADABLE)) return void socket.end('stream: Can not be read ERROR\0');
  // The second sample of the self-test is small and an archive; the third is as large as any file.
  const isSample =
    got.includes(eicarFile()) || (got.length < PHOTO_BYTES && got.includes('PK\x03\x04'));
  socket.end(isSample ? 'stream: Sample FOUND\0' : 'stream: OK\0');
}

it('one file that the scanner cannot read waits; the papers of others do not wait with it', async () => {
  const server = await startClamd();
  const { port } = server.address() as AddressInfo;
  const bench = await startEvidenceBench({ CLAMD_URL: `tcp://127.0.0.1:${port}` });
  const unreadable = Buffer.concat([await photo(300, 200), Buffer.from(UNREADABLE)]);
  const bad = await bench.arrive([['utility_bill', unreadable, 'bill.jpg']]);
  const good = await bench.arrive([['utility_bill', await pdf(1), 'bill.pdf']]);
  expect(await bench.scanner.test()).toMatchObject({ condition: 'well' });
  await bench.runChecks();
  expect((await bench.papersOf(bad))[0]?.virus_check).toBe('waiting');
  expect((await bench.papersOf(good))[0]?.virus_check).toBe('clean');
  await bench.stop();
  await new Promise((resolve) => server.close(resolve));
});
