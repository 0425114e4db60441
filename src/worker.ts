import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings } from './platform/config/read-settings.js';
import { startProcess, stopOnSignals } from './platform/health/process-life.js';
import { checkBeforeStart } from './platform/health/start-checks.js';
import { NestLog } from './platform/web/log.js';
import { LOG } from './platform/web/web.module.js';
import { startGuards } from './start-guards.js';
import { WorkerModule } from './worker.module.js';

/** The worker process: what must happen outside the database. Takes no requests. */
await startProcess('worker', async () => {
  const settings = readSettings(process.env);
  await checkBeforeStart(settings, startGuards);
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    abortOnError: false,
    bufferLogs: true,
  });
  app.useLogger(new NestLog(app.get(LOG)));
  new Logger('worker').log('The worker is running.');
  stopOnSignals(() => app.close());
});
