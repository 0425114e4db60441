import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answered {
  status: number;
  location: string;
  body: string;
  /** Of the body as it came over the wire. */
  bytes: number;
}

/** Before the desk does (`web-application.ts`): who sends is the one who hangs up. */
const IDLE_CONNECTION_MS = 30_000;

/** One person's browser: keeps its cookie and its connection, draws nothing. */
export class Visitor {
  private readonly agent = new Agent({
    keepAlive: true,
    maxSockets: 1,
    timeout: IDLE_CONNECTION_MS,
  });
  private readonly cookies = new Map<string, string>();
  /** Of the last page that had a form. */
  csrf = '';

  constructor(private readonly address: string) {}

  get(path: string): Promise<Answered> {
    return this.send('GET', path, null);
  }

  post(path: string, fields: Record<string, string>): Promise<Answered> {
    const body = new URLSearchParams({ _csrf: this.csrf, ...fields }).toString();
    return this.send('POST', path, body);
  }

  /** Posts a form whose answer is a file, counts its bytes and keeps none of them. */
  download(path: string, fields: readonly [string, string][]): Promise<number> {
    const body = new URLSearchParams([['_csrf', this.csrf], ...fields]).toString();
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL(path, this.address),
        { method: 'POST', agent: this.agent, headers: this.headers(body) },
        (answer) => {
          let bytes = 0;
          answer.on('data', (piece: Buffer) => (bytes += piece.length));
          answer.on('error', reject);
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve(bytes);
            else reject(new Error(`${path} answered ${answer.statusCode}.`));
          });
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  leave(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, body: string | null): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL(path, this.address),
        { method, agent: this.agent, headers: this.headers(body) },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () => {
            const content = Buffer.concat(pieces);
            const text = content.toString('utf8');
            this.keep(answer.headers, text);
            const { statusCode = 0, headers } = answer;
            const location = headers.location ?? '';
            resolve({ status: statusCode, location, body: text, bytes: content.length });
          });
        },
      );
      sending.on('error', reject);
      sending.end(body ?? undefined);
    });
  }

  private headers(body: string | null): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      accept: 'text/html',
      ...(cookie ? { cookie } : {}),
      ...(body === null
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
            origin: new URL(this.address).origin,
            'sec-fetch-site': 'same-origin',
          }),
    };
  }

  private keep(headers: IncomingHttpHeaders, text: string): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.csrf;
  }
}

/** Signs in through the real form. */
export async function signedIn(
  address: string,
  person: { email: string; password: string },
): Promise<Visitor> {
  const visitor = new Visitor(address);
  await visitor.get('/sign-in');
  const answer = await visitor.post('/sign-in', person);
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
  await visitor.get('/queue');
  return visitor;
}
