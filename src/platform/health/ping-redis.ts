import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Whether Redis answers PING within `patienceMs`; never throws and keeps no connection. */
export async function redisAnswers(url: string, patienceMs = 1000): Promise<boolean> {
  const replies = await askRedis(url, [['PING']], patienceMs).catch(() => []);
  return replies[0] === '+PONG';
}

/** How Redis lets go of keys when its memory is full; null when it does not say. */
export async function redisEvictionPolicy(url: string): Promise<string | null> {
  const [reply] = await askRedis(url, [['INFO', 'memory']], 5000);
  return /maxmemory_policy:(\S+)/.exec(reply ?? '')?.[1] ?? null;
}

/** Sends a few commands over a connection of their own and returns the replies as text. */
export function askRedis(
  url: string,
  commands: readonly (readonly string[])[],
  patienceMs: number,
): Promise<string[]> {
  const address = new URL(url);
  const signIn = signInCommand(address);
  const all = signIn ? [signIn, ...commands] : commands;
  return new Promise((resolve, reject) => {
    const socket = open(address);
    let received = '';
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(patienceMs, () => fail(new Error('Redis did not answer in time.')));
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('Redis closed the connection.')));
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('utf8');
      const replies = completeReplies(received);
      if (replies.length < all.length) return;
      socket.destroy();
      resolve(replies.slice(signIn ? 1 : 0));
    });
    socket.write(all.map(encode).join(''));
  });
}

function open(address: URL): Socket {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const port = Number(address.port || 6379);
  return address.protocol === 'rediss:'
    ? connectTls({ host, port, servername: host })
    : connectPlain({ host, port });
}

function signInCommand({ username, password }: URL): string[] | null {
  if (!password) return null;
  const user = username ? [decodeURIComponent(username)] : [];
  return ['AUTH', ...user, decodeURIComponent(password)];
}

function encode(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return `*${command.length}\r\n${parts.join('')}`;
}

/** Simple replies and errors by line, bulk replies by their length. */
function completeReplies(received: string): string[] {
  const replies: string[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf('\r\n');
    if (end < 0) return replies;
    const line = rest.slice(0, end);
    rest = rest.slice(end + 2);
    if (!line.startsWith('$') || line === '$-1') {
      replies.push(line);
      continue;
    }
    const length = Number(line.slice(1));
    if (rest.length < length + 2) return replies;
    replies.push(rest.slice(0, length));
    rest = rest.slice(length + 2);
  }
}
