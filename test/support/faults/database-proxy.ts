import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What becomes of a statement on its way to the database: `hold` keeps it from the server,
 * `hold-answer` lets the server carry it out and keeps the answer, `cut` and `cut-answer` end the
 * connection at the same two places.
 */
export type Fate = 'pass' | 'hold' | 'hold-answer' | 'cut' | 'cut-answer' | Refused;

/** Answered in the server's place, as it would when it could not carry the statement out. */
export interface Refused {
  errno: number;
  sqlState: string;
  message: string;
}

export interface Statement {
  /** Numbers the connections in the order they were opened. */
  connection: number;
  sql: string;
}

export interface DatabaseProxy {
  url: string;
  /** Statements that are held now, or whose answer is. */
  held(): Statement[];
  /** Lets everything that is held go on. */
  release(): void;
  stop(): Promise<void>;
}

const COM_QUERY = 3;

/** Stands between one program and MariaDB and decides over every statement of its connections. */
export async function startDatabaseProxy(
  databaseUrl: string,
  judge: (statement: Statement) => Fate,
): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const lines = new Set<Line>();
  let opened = 0;
  const server = createServer((client) => {
    opened += 1;
    const upstream = connect(Number(target.port), target.hostname);
    const line = new Line(opened, client, upstream, judge);
    lines.add(line);
    client.on('close', () => lines.delete(line));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href,
    held: () => [...lines].flatMap((line) => line.held ?? []),
    release: () => lines.forEach((line) => line.release()),
    stop: async () => {
      lines.forEach((line) => line.end());
      server.close();
      await once(server, 'close');
    },
  };
}

/** One connection: reads the client's packets, lets the server's answers through as they come. */
class Line {
  held: Statement | null = null;
  private unread: Buffer = Buffer.alloc(0);
  private fate: Fate = 'pass';
  private asked: Statement | null = null;
  private readonly kept: { up: Buffer[]; down: Buffer[] } = { up: [], down: [] };

  constructor(
    private readonly number: number,
    private readonly client: Socket,
    private readonly upstream: Socket,
    private readonly judge: (statement: Statement) => Fate,
  ) {
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    client.on('data', (bytes) => this.fromClient(bytes));
    upstream.on('data', (bytes) => this.fromServer(bytes));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    for (const side of [client, upstream]) side.on('error', () => side.destroy());
  }

  release(): void {
    if (!this.held) return;
    this.held = null;
    this.fate = 'pass';
    for (const bytes of this.kept.up.splice(0)) this.upstream.write(bytes);
    for (const bytes of this.kept.down.splice(0)) this.client.write(bytes);
  }

  end(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  private fromClient(bytes: Buffer): void {
    this.unread = Buffer.concat([this.unread, bytes]);
    while (this.unread.length >= 4) {
      const length = this.unread.readUIntLE(0, 3) + 4;
      if (this.unread.length < length) return;
      this.packet(this.unread.subarray(0, length));
      this.unread = this.unread.subarray(length);
    }
  }

  private packet(packet: Buffer): void {
    const isCommand = packet[3] === 0 && packet[4] === COM_QUERY;
    if (isCommand) {
      this.asked = { connection: this.number, sql: packet.toString('utf8', 5) };
      this.fate = this.judge(this.asked);
    }
    if (this.fate === 'cut') return this.end();
    if (typeof this.fate === 'object') {
      this.client.write(errorPacket(this.fate));
      this.fate = 'pass';
      return;
    }
    if (this.fate === 'hold') {
      this.held = this.asked;
      this.kept.up.push(packet);
      return;
    }
    this.upstream.write(packet);
  }

  private fromServer(bytes: Buffer): void {
    if (this.fate === 'cut-answer') return this.end();
    if (this.fate === 'hold-answer') {
      this.held = this.asked;
      this.kept.down.push(bytes);
      return;
    }
    this.client.write(bytes);
  }
}

/** MySQL's ERR packet, the first answer to a command. */
function errorPacket({ errno, sqlState, message }: Refused): Buffer {
  const payload = Buffer.concat([
    Buffer.from([0xff, errno & 0xff, errno >> 8]),
    Buffer.from(`#${sqlState}${message}`, 'latin1'),
  ]);
  const header = Buffer.alloc(4);
  header.writeUIntLE(payload.length, 0, 3);
  header[3] = 1;
  return Buffer.concat([header, payload]);
}
