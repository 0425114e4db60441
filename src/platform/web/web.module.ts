import { Global, Module } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Settings } from '../config/settings.js';
import { createLog } from './log.js';
import { Running } from './running.js';

/** The process's log, for those who need more than Nest's `Logger`. */
export const LOG = Symbol('LOG');
export type Log = Logger;

@Global()
@Module({
  providers: [
    Running,
    {
      provide: LOG,
      inject: [Settings],
      useFactory: ({ LOG_LEVEL }: Settings) =>
        LOG_LEVEL === 'silent' ? pino({ enabled: false }) : createLog(LOG_LEVEL),
    },
  ],
  exports: [Running, LOG],
})
export class WebModule {}
