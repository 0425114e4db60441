import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { Settings } from './platform/config/settings.js';
import { readSettings } from './platform/config/read-settings.js';
import { startProcess, stopOnSignals } from './platform/health/process-life.js';
import { checkBeforeStart } from './platform/health/start-checks.js';
import { NestLog } from './platform/web/log.js';
import { Running } from './platform/web/running.js';
import { LOG } from './platform/web/web.module.js';
import { startGuards } from './start-guards.js';
import { applicationOptions, prepareWebApplication } from './web-application.js';

/** The web process: pages and the API. */
await startProcess('web', async () => {
  const settings = readSettings(process.env);
  await checkBeforeStart(settings, startGuards);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    ...applicationOptions,
    bufferLogs: true,
  });
  app.useLogger(new NestLog(app.get(LOG)));
  prepareWebApplication(app);
  const { PORT, HOST } = app.get(Settings);
  await app.listen(PORT, HOST);
  new Logger('web').log(`The web process listens on ${HOST}:${PORT}.`);
  stopOnSignals(async (patienceMs) => {
    await app.get(Running).drain(patienceMs);
    app.getHttpServer().close();
    app.getHttpServer().closeAllConnections();
    await app.close();
  });
});
