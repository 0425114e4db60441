import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, runSource } from '../../support/child-process.js';
import { freePort } from '../../support/free-port.js';
import { type EvidenceBench, startEvidenceBench } from './evidence-bench.js';

const SENDERS = 200;
const STORM_SECONDS = 6;
const MEGABYTE = 1024 * 1024;
const PATIENCE_MS = 120_000;
const LINE = '\r\n';

let bench: EvidenceBench;
let web: Child;
let port: number;
/** Of several applications: each takes so many files a minute and no more. */
const paths: string[] = [];
beforeAll(async () => {
  bench = await startEvidenceBench();
  for (let made = 0; made < 20; made += 1) {
    paths.push(`/api/v1/applications/${await bench.arrive([])}/evidence`);
  }
  port = await freePort();
  web = startWeb();
  await web.said(/listens on/, PATIENCE_MS);
  await pages(20);
}, PATIENCE_MS);
afterAll(async () => {
  web.process.kill('SIGKILL');
  await web.ended;
  await bench.stop();
});

/** The web process as it is run, over the bench's database. */
function startWeb(): Child {
  const known = Object.entries(bench.desk.settings).filter(([, value]) => value !== undefined);
  return runSource('src/main.ts', {
    ...Object.fromEntries(known.map(([name, value]) => [name, String(value)])),
    LOG_LEVEL: 'info',
    PORT: String(port),
  });
}

const proc = (name: string) => `/proc/${web.process.pid}/${name}`;
const descriptors = () => readdirSync(proc('fd')).length;
const residentBytes = () =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(proc('status'), 'utf8'))?.[1]) * 1024;
const quarantined = () =>
  readdirSync(`${bench.desk.settings.UPLOADS_DIR}/.incoming`, { withFileTypes: true }).length;

/** How long each of so many pages took, one after the other; every one must answer. */
async function pages(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const { status } = await fetch(`http://127.0.0.1:${port}/sign-in`);
    expect(status).toBe(200);
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other);
}

const p95 = (times: number[]) => times[Math.floor(times.length * 0.95)] ?? 0;

/** Opens an upload that says it will be long, and sends the head of its file. */
function openSlowUpload(number: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      const head = [
        `POST ${paths[number % paths.length]} HTTP/1.1`,
        'Host: 127.0.0.1',
        `Authorization: Bearer ${bench.desk.client.key}`,
        'Content-Type: multipart/form-data; boundary=b',
        'Content-Length: 2000000',
      ];
      const part = [
        '--b',
        'Content-Disposition: form-data; name="evidence[v5c]"; filename="a.jpg"',
      ];
      // A parser holds back the last bytes, which might begin a boundary.
      const start = 'x'.repeat(100);
      socket.write([...head, '', ...part, '', start].join(LINE), () => resolve(socket));
    });
    socket.on('error', (error) => (socket.destroyed ? undefined : reject(error)));
  });
}

/** In tens: what is tested is how many are open, not how fast a busy machine lets them in. */
async function openAll(): Promise<Socket[]> {
  const senders: Socket[] = [];
  while (senders.length < SENDERS) {
    const ten = Array.from({ length: 10 }, (_, at) => openSlowUpload(senders.length + at));
    senders.push(...(await Promise.all(ten)));
    await until(() => quarantined() >= senders.length);
  }
  return senders;
}

async function until(what: () => boolean): Promise<void> {
  for (let n = 0; n < 2400 && !what(); n += 1) await pause(25);
}

describe('a storm of uploads (S3.10, R9.7)', () => {
  it(
    'attack 103, attack 102: of 200 that drip and are dropped leaves memory, descriptors and pages alone',
    async () => {
      const before = { memory: residentBytes(), descriptors: descriptors() };
      const normal = p95(await pages(60));
      const senders = await openAll();
      expect(quarantined()).toBeGreaterThanOrEqual(SENDERS);
      const drip = setInterval(() => senders.forEach((one) => one.write(Buffer.alloc(100))), 1000);
      const during = p95(await pages(60));
      await pause(STORM_SECONDS * 1000);
      const peak = residentBytes();
      clearInterval(drip);
      for (const sender of senders) sender.destroy();
      await until(() => quarantined() === 0 && descriptors() <= before.descriptors + 5);
      expect(quarantined()).toBe(0);
      expect(descriptors()).toBeLessThanOrEqual(before.descriptors + 5);
      expect(peak - before.memory).toBeLessThanOrEqual(150 * MEGABYTE);
      // A generous ceiling: what is tested is that pages do not wait for the storm to end.
      expect(during).toBeLessThanOrEqual(Math.max(5 * normal, 5000));
    },
    PATIENCE_MS,
  );

  it(
    'attack 101, attack 104: of 1,000 fields, names 5,000 deep, no boundary and prototypes is refused',
    async () => {
      const before = { memory: residentBytes(), descriptors: descriptors() };
      const field = (name: string) =>
        `--b${LINE}Content-Disposition: form-data; name="${name}"${LINE}${LINE}x${LINE}`;
      const bodies = [
        Array.from({ length: 1000 }, (_one, at) => field(`f${at}`)).join('') + `--b--${LINE}`,
        field(`a${'[a]'.repeat(5000)}`) + `--b--${LINE}`,
        field('__proto__') + field('constructor[prototype][x]') + `--b--${LINE}`,
      ];
      let posted = 0;
      const post = async (body: string, type: string) => {
        const path = paths[posted++ % paths.length];
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: 'POST',
          body,
          headers: { authorization: `Bearer ${bench.desk.client.key}`, 'content-type': type },
        });
        await response.text();
        return response.status;
      };
      for (let round = 0; round < 20; round += 1) {
        const statuses = await Promise.all([
          ...bodies.map((body) => post(body, 'multipart/form-data; boundary=b')),
          post(bodies[0] ?? '', 'multipart/form-data'),
        ]);
        expect(statuses.filter((status) => ![400, 413, 415, 422].includes(status))).toEqual([]);
      }
      await pages(5);
      await until(() => descriptors() <= before.descriptors + 10);
      expect(descriptors()).toBeLessThanOrEqual(before.descriptors + 10);
      expect(residentBytes() - before.memory).toBeLessThanOrEqual(150 * MEGABYTE);
      expect(quarantined()).toBe(0);
      expect(web.process.exitCode).toBeNull();
    },
    PATIENCE_MS,
  );
});
