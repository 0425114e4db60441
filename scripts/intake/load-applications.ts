import 'reflect-metadata';
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { clientByName } from '../../src/api-clients/api-clients.queries.js';
import { FoundationModule } from '../../src/foundation.module.js';
import { IntakeModule } from '../../src/intake/intake.module.js';
import { LoadApplications, type LoadedFolder } from '../../src/intake/load-applications.js';
import { Database } from '../../src/platform/database/transaction.js';
import { progressLine, summaryLines } from './load-report.js';

const USAGE = `npm run intake -- FOLDER --client NAME

Loads applications. FOLDER has a folder for each, with application.json (the body that
POST /api/v1/applications takes) and its papers, each named after its kind: utility_bill.pdf,
v5c.jpg, utility_bill-2.pdf. Run again it gives the same answers and loads nothing twice.
  --client   the API client in whose name they come (npm run api-client:create)`;

@Module({ imports: [FoundationModule, IntakeModule] })
class IntakeCommandModule {}

/** A mistake in how the command was called. */
class WrongCall extends Error {}

function readCall(): { folder: string; client: string } {
  const { values, positionals } = parseCall();
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new WrongCall('Name one folder.');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new WrongCall(`There is no folder ${folder}.`);
  }
  if (!values.client) throw new WrongCall('Name the API client with --client.');
  return { folder, client: values.client };
}

function parseCall() {
  try {
    return parseArgs({ allowPositionals: true, options: { client: { type: 'string' } } });
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : 'This call is not understood.');
  }
}

async function load({ folder, client }: ReturnType<typeof readCall>): Promise<LoadedFolder[]> {
  const app = await NestFactory.createApplicationContext(IntakeCommandModule, {
    abortOnError: false,
    // What went wrong is told below, once and without a stack.
    logger: false,
  });
  try {
    const known = await clientByName(app.get(Database).reader, client);
    if (!known) throw new WrongCall(`There is no API client named ${client}.`);
    return await app.get(LoadApplications).run({
      folder,
      clientId: known.id,
      onProgress: (one, count) => console.error(progressLine(one, count)),
    });
  } finally {
    await app.close();
  }
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const loaded = await load(readCall());
  for (const line of summaryLines(loaded)) console.log(line);
  const isAllWell = loaded.length > 0 && loaded.every(({ result }) => result !== 'refused');
  process.exitCode = isAllWell ? 0 : 1;
} catch (error) {
  if (error instanceof WrongCall) console.error(`${error.message}\n\n${USAGE}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
