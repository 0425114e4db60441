import { createReadStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SystemClock } from '../../src/platform/clock/clock.js';
import {
  COMMAND_SILENCE_SECONDS,
  connect,
  dataSourceOptions,
} from '../../src/platform/database/data-source.js';
import { TypeormUnitOfWork } from '../../src/platform/database/typeorm-unit-of-work.js';
import { ImportProperties, type ImportSummary } from '../../src/properties/import-properties.js';
import { UnusableFile } from '../../src/properties/property-file.js';
import { faultsCsv, reportLines } from './import-report.js';

const USAGE = `npm run import:properties -- FILE.csv [--apply] [--full] [--faults FAULTS.csv]

Reads properties and their zones from a CSV file with the columns
uprn, address, town, postcode, zone, from, to (first and last day, 2025-04-01 or 01/04/2025).
  --dry-run   count what would change and write nothing (this is the default)
  --apply     write the changes, all of them or none
  --full      the file names every property: what it leaves out is removed
  --faults    write the faulty cells to this CSV file`;

interface Wish {
  file: string;
  apply: boolean;
  isFull: boolean;
  faultsFile: string | undefined;
}

/** A mistake in how the command was called. */
class WrongCall extends Error {}

function readCall(): Wish {
  const { values, positionals } = parseCall();
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new WrongCall('Name one CSV file.');
  if (!existsSync(file)) throw new WrongCall(`There is no file ${file}.`);
  if (values.apply && values['dry-run']) {
    throw new WrongCall('Give --apply or --dry-run, not both.');
  }
  const [apply, isFull] = [values.apply === true, values.full === true];
  return { file, apply, isFull, faultsFile: values.faults };
}

function parseCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        apply: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        full: { type: 'boolean' },
        faults: { type: 'string' },
      },
    });
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : 'This call is not understood.');
  }
}

function databaseUrl(): string {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const url = process.env['DATABASE_URL'];
  if (!url) throw new WrongCall('DATABASE_URL: is not set.');
  return url;
}

async function importFile(url: string, wish: Wish): Promise<ImportSummary> {
  const dataSource = await connect(
    dataSourceOptions({ url, poolSize: 2 }),
    COMMAND_SILENCE_SECONDS,
  );
  try {
    const total = statSync(wish.file).size;
    return await new ImportProperties(new TypeormUnitOfWork(dataSource), new SystemClock()).run({
      open: () => createReadStream(wish.file),
      apply: wish.apply,
      isFull: wish.isFull,
      onProgress: ({ rows, bytes }) => {
        if (rows % 5000 > 0) return;
        const percent = Math.min(100, Math.floor((bytes / total) * 100));
        console.error(`${rows} rows read, ${percent} %`);
      },
    });
  } finally {
    await dataSource.destroy();
  }
}

try {
  const wish = readCall();
  const summary = await importFile(databaseUrl(), wish);
  for (const line of reportLines(summary)) console.log(line);
  if (wish.faultsFile) writeFileSync(wish.faultsFile, faultsCsv(summary.faults));
  process.exitCode = summary.invalidRowCount > 0 ? 2 : 0;
} catch (error) {
  if (error instanceof WrongCall) console.error(`${error.message}\n\n${USAGE}`);
  else if (error instanceof UnusableFile) console.error(`${error.message} Nothing is written.`);
  else throw error;
  process.exitCode = 1;
}
