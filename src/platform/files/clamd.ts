import { connect, type Socket } from 'node:net';
import {
  readScanReply,
  readVersionReply,
  type ScanAnswer,
  type ScannerVersion,
} from './clamd-answers.js';

const PATIENCE_MS = 30_000;
const PIECE_BYTES = 64 * 1024;
const MAX_REPLY_BYTES = 4096;

/**
 * Speaks to ClamAV's clamd: one connection for each question. Our own, because what counts is what it
 * refuses to understand: the packages for it take any reply that ends in "OK" for clean.
 */
export class Clamd {
  /** @param address tcp://HOST:PORT or unix:/PATH */
  constructor(
    private readonly address: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Never rejects: a scanner that is not there gives no answer. */
  async scan(content: Buffer): Promise<ScanAnswer> {
    try {
      return readScanReply(await this.ask('zINSTREAM\0', content));
    } catch (error) {
      return { found: 'no_answer', because: reasonOf(error) };
    }
  }

  /** Null when it does not answer. */
  async version(): Promise<ScannerVersion | null> {
    return this.ask('zVERSION\0', null).then(readVersionReply, () => null);
  }

  /** The whole reply. It is up to the reader to see whether it is complete. */
  private ask(command: string, content: Buffer | null): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = this.open();
      let reply = '';
      const end = (settle: () => void) => {
        clearTimeout(timer);
        socket.destroy();
        settle();
      };
      const timer = setTimeout(() => end(() => reject(new NoReply('time'))), this.patienceMs);
      socket.on('data', (bytes: Buffer) => {
        reply += bytes.toString('latin1');
        if (reply.length > MAX_REPLY_BYTES) end(() => reject(new NoReply('reply too long')));
      });
      // A scanner that has had enough says so and hangs up while we are still sending.
      socket.on('error', (error) => {
        if (reply === '') end(() => reject(error));
      });
      socket.on('close', () => end(() => resolve(reply)));
      socket.write(command);
      if (content !== null) sendPieces(socket, content);
    });
  }

  private open(): Socket {
    const tcp = /^tcp:\/\/(.+):(\d+)$/.exec(this.address);
    return tcp
      ? connect({ host: tcp[1] ?? '', port: Number(tcp[2]) })
      : connect({ path: this.address.replace(/^unix:/, '') });
  }
}

class NoReply extends Error {}

/** Each piece behind its length in four bytes; a length of nothing ends the file. */
function sendPieces(socket: Socket, content: Buffer): void {
  for (let at = 0; at < content.length; at += PIECE_BYTES) {
    const piece = content.subarray(at, at + PIECE_BYTES);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.message;
}
