import { Readable } from 'node:stream';
import { FileStore } from '../../../src/platform/files/file-store.js';

/** Stores two files whose rows nobody will ever write, leaves a third half written, and waits to be killed. */
const [directory = ''] = process.argv.slice(2);
const store = new FileStore({ directory, keyId: 'k1', masterKey: Buffer.alloc(32, 7) });
await store.write(Buffer.from('one'), 'nothing');
await store.write(Buffer.from('two'), 'nothing');
async function* halfOf() {
  yield Buffer.alloc(200_000);
  console.log('stored');
  await new Promise(() => setInterval(() => undefined, 1000));
}
await store.write(Readable.from(halfOf()), 'nothing');
