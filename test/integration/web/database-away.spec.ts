import { connect, createServer, type Server, type Socket } from 'node:net';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { testServer } from '../../support/test-database.js';

/** A door between the application and the database that can be shut. */
class Door {
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  constructor(to: { host: string; port: number }) {
    this.server = createServer((inside) => {
      const outside = connect(to);
      for (const socket of [inside, outside]) {
        this.open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => [inside, outside].forEach((one) => one.destroy()));
      }
      inside.pipe(outside).pipe(inside);
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  }

  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.open.forEach((socket) => socket.destroy());
    await closed;
  }
}

describe('while the database is away', () => {
  let desk: TestApplication;
  let door: Door;

  beforeAll(async () => {
    const { hostname, port } = new URL(testServer('TEST_DATABASE_URL'));
    door = new Door({ host: hostname, port: Number(port) });
    const throughDoor = await door.listen();
    desk = await startTestApplication({ databasePort: throughDoor });
  });
  afterAll(() => desk.stop());

  it('attack 203: every page says so at once, with 503, and /health says unavailable', async () => {
    const officer = await desk.signInAs('officer');
    const visitor = desk.visitor();
    const page = await visitor.get('/sign-in');
    expect((await visitor.get('/health')).status).toBe(200);
    await door.shut();
    const started = Date.now();
    const signIn = visitor.submit(page, { email: 'a@staff.example.com', password: 'x' });
    for (const answer of [await officer.get('/'), await officer.get('/sign-in'), await signIn]) {
      expect([answer.status, answer.$('h1').text()]).toEqual([
        503,
        'Permit Desk is not available right now',
      ]);
      expect(answer.headers.get('retry-after')).toBe('30');
    }
    const health = await visitor.get('/health');
    expect([health.status, health.text]).toEqual([503, '{"status":"unavailable"}']);
    expect(Date.now() - started).toBeLessThan(8000);
  });
});
