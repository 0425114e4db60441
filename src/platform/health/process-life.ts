import { WrongSettings } from '../config/read-settings.js';
import { createLog, describeError } from '../web/log.js';
import { CannotStart } from './start-checks.js';

const PATIENCE_MS = 20_000;

/** Starts a process; what the person at the terminal can put right is said plainly, without a stack. */
export async function startProcess(name: string, start: () => Promise<void>): Promise<void> {
  const log = createLog('info');
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ part: name, event, ...describeError(error) });
      process.exit(1);
    });
  }
  try {
    await start();
  } catch (error) {
    const plain = plainWords(error);
    if (plain === null) log.fatal({ part: name, ...describeError(error) });
    else console.error(plain);
    process.exit(1);
  }
}

/**
 * The first SIGTERM or SIGINT lets `stop` finish, the same signal again ends at once.
 * Ctrl-C and the launcher may each send one of the two: that is one wish, not two.
 */
export function stopOnSignals(stop: (patienceMs: number) => Promise<void>): void {
  const seen = new Set<string>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (seen.has(signal)) process.exit(1);
      const isFirst = seen.size === 0;
      seen.add(signal);
      if (isFirst) void finish(stop);
    });
  }
}

async function finish(stop: (patienceMs: number) => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(0), PATIENCE_MS + 2000).unref();
  try {
    await stop(PATIENCE_MS);
    process.exit(0);
  } catch (error) {
    createLog('info').error({ part: 'stop', ...describeError(error) });
    process.exit(1);
  }
}

function plainWords(error: unknown): string | null {
  if (error instanceof WrongSettings || error instanceof CannotStart) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const port = 'port' in error ? String(error.port) : '';
  if (error.code === 'EADDRINUSE') return `PORT: another program uses ${port} already`;
  if (error.code === 'EACCES') return `PORT: this user may not use ${port}`;
  return null;
}
