// @ts-check
/**
 * `node scripts/command.mjs dist/scripts/….js ARGUMENTS`: runs a command of ours with the settings of the desk it is
 * for: what the environment or `.env` says, or else those of the desk that `npm start` runs in this folder.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainFault, runScript } from './private-servers/say.mjs';
import { RUNNING_DESK } from './set-up/running-desk.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

await runScript(async () => {
  process.chdir(project);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const [program = '', ...given] = process.argv.slice(2);
  if (!existsSync(program)) {
    throw new PlainFault('The commands are not built yet: run npm run build, or npm start once.');
  }
  const env = { ...settingsOfRunningDesk(), ...process.env };
  const child = spawn(process.execPath, [program, ...given], { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});

/** Nothing where the environment names a database itself. @returns {NodeJS.ProcessEnv} */
function settingsOfRunningDesk() {
  if (process.env.DATABASE_URL?.trim()) return {};
  const path = join(project, RUNNING_DESK);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  throw new PlainFault(
    'DATABASE_URL is not set and no desk is running in this folder. Start one with npm start, or set DATABASE_URL.',
  );
}
