import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBounded } from '../../../src/platform/files/bounded-child.js';
import { withoutNetwork } from '../../../src/platform/files/no-network.js';

/** The process that opens strangers' files reaches nothing and nobody (S3.5). */

const BOUNDS = { milliseconds: 10_000, memoryBytes: 256 * 1024 * 1024 };

let folder: string;
let server: Server;
let callers = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-network-'));
  server = createServer((socket) => {
    callers += 1;
    socket.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function reportOf(program: string, bounds = BOUNDS): Promise<string> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, program);
  const ending = await runBounded([path], folder, bounds);
  return ending.because === 'reported' ? ending.report : ending.because;
}

const says = (what: string) => `import { writeSync } from 'node:fs';\n${what}`;
/** Where the system gives no process a network of its own, nothing is promised and the start says so. */
const isPromised = withoutNetwork().length > 0;

describe('the process that draws pages', () => {
  it('cannot call a server of this very machine, nor be one', async () => {
    const { port } = server.address() as AddressInfo;
    const report = await reportOf(
      says(`import { connect } from 'node:net';
      const socket = connect(${port}, '127.0.0.1');
      socket.on('connect', () => { writeSync(3, 'reached'); process.exit(0); });
      socket.on('error', ({ code }) => { writeSync(3, code); process.exit(0); });`),
    );
    expect([report, callers]).toEqual(isPromised ? ['ENETUNREACH', 0] : ['reached', 1]);
  });

  it('sees no interface but a loopback that is down', async () => {
    const report = await reportOf(
      says(`import { networkInterfaces } from 'node:os';
      writeSync(3, JSON.stringify(networkInterfaces()));`),
    );
    expect(report === '{}').toBe(isPromised);
  });

  it('has no privileges, whoever started it', async () => {
    const report = await reportOf(
      says(`import { readFileSync } from 'node:fs';
      writeSync(3, /CapEff:\\s*(\\w+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);`),
    );
    expect(report).toMatch(isPromised ? /^0+$/ : /^\w+$/);
  });

  it('keeps its bounds: time', async () => {
    expect(await reportOf('for (;;) {}', { ...BOUNDS, milliseconds: 1000 })).toBe('time');
  });
});
