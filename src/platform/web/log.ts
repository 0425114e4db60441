import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Whatever a programmer logs by mistake under these names never reaches the log. */
const NEVER = [
  'password',
  'token',
  'key',
  'cookie',
  'authorization',
  'email',
  'name',
  'mobile',
  'address',
  'registration',
  'body',
  'query',
  'parameters',
];

/** One JSON object a line; control characters in values are escaped, so no value makes a line. */
export function createLog(level: Level, destination?: DestinationStream): Logger {
  const paths = NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[left out]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Nest tells of every module and route at each start; that is for looking closely only. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Lets Nest and every `new Logger('relay')` write through pino. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(CHATTER.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(
    level: 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const part = rest.at(-1);
    const where = typeof part === 'string' ? { part } : {};
    if (message instanceof Error) this.logger[level]({ ...where, ...describeError(message) });
    else if (typeof message === 'object') this.logger[level]({ ...where, ...message });
    else this.logger[level](where, String(message));
  }
}

/**
 * An error for the log: its kind, number and where it came from. The text of a database's error
 * repeats the values of the statement, so it is left out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!isErrorLike(error)) return { error: typeof error };
  const errno: unknown = 'errno' in error ? error.errno : undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  const speaksOfValues = 'sql' in error || 'driverError' in error || 'sqlMessage' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    ...(speaksOfValues ? {} : { problem: error.message.slice(0, 300) }),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Errors of the network come from Node itself, which need not share our `Error`. */
function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}
