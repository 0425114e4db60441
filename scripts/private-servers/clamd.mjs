// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, waitForSign } from './child.mjs';
import { fetchPackages, libraryFolders } from './distribution-packages.mjs';
import { findProgram } from './find-program.mjs';
import { freePort } from './free-port.mjs';
import { scannerInstructions } from './install-instructions.mjs';
import { runToEnd } from './run-to-end.mjs';
import { PlainFault } from './say.mjs';

/**
 * A ClamAV of our own: loopback only, no updates, and one signature: that of EICAR, the harmless file every scanner
 * reports. It shows what becomes of a virus; it protects nobody.
 * @typedef {{ command: string, env: NodeJS.ProcessEnv }} ClamdProgram
 */

/**
 * @param {string} programs the folder for fetched programs
 * @returns {Promise<ClamdProgram>}
 * @throws {PlainFault} with the commands to type where there is none to be had
 */
export async function findClamd(programs) {
  const installed = findProgram(['clamd', '/opt/homebrew/sbin/clamd', '/usr/local/sbin/clamd']);
  if (installed && (await runs({ command: installed, env: process.env }))) {
    return { command: installed, env: process.env };
  }
  const fetched = await fetchPackages({
    programs,
    set: 'clamav',
    title: 'ClamAV (about 8 MB, without signatures)',
    packages: [['clamav-daemon']],
  });
  if (!fetched.ok) throw new PlainFault(scannerInstructions(fetched.because));
  const paths = [...libraryFolders(fetched.root), process.env.LD_LIBRARY_PATH].filter(Boolean);
  const program = {
    command: join(fetched.root, 'usr/sbin/clamd'),
    env: { ...process.env, LD_LIBRARY_PATH: paths.join(':') },
  };
  if (await runs(program)) return program;
  throw new PlainFault(
    scannerInstructions(`The clamd unpacked in ${fetched.root} does not run here.`),
  );
}

/**
 * @param {{ program: ClamdProgram, folder: string, settings?: readonly string[], signatures?: readonly string[], port?: number }} wanted
 *   `settings`: lines of clamd.conf that go before ours; `signatures`: lines of its database, left out: EICAR; `port`: left out, any
 *   that is free
 * @returns {Promise<{ child: import('./child.mjs').Child, url: string }>}
 * @throws {PlainFault} with the scanner's last words
 */
export async function startClamd({
  program,
  folder,
  settings = [],
  signatures = [eicarSignature()],
  port: wantedPort,
}) {
  const place = join(folder, 'clamav');
  for (const made of ['signatures', 'temporary'])
    mkdirSync(join(place, made), { recursive: true, mode: 0o700 });
  writeFileSync(
    join(place, 'signatures', 'own.ndb'),
    signatures.map((line) => `${line}\n`).join(''),
  );
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const config = join(place, 'clamd.conf');
    writeFileSync(config, [...settings, ...standing(place, port), ''].join('\n'), { mode: 0o600 });
    const child = startChild({
      name: 'ClamAV',
      command: program.command,
      args: [`--config-file=${config}`],
      env: program.env,
      folder,
    });
    // The last line that it writes before it takes connections.
    const sign = await waitForSign(child, 'Self checking disabled', 60_000);
    if (sign === 'ready') return { child, url: `tcp://127.0.0.1:${port}` };
    await child.stop();
    if (!child.log().includes('Address already in use') || attempt === 3) {
      throw new PlainFault(`ClamAV did not start (${child.logFile}):\n${child.lastLines()}`);
    }
  }
}

/** @param {string} place @param {number} port */
function standing(place, port) {
  return [
    'Foreground yes',
    'LogTime yes',
    `DatabaseDirectory ${join(place, 'signatures')}`,
    `TemporaryDirectory ${join(place, 'temporary')}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    'SelfCheck 0',
    'MaxThreads 4',
    'AlertExceedsMax yes',
    'StreamMaxLength 25M',
    'MaxFileSize 25M',
    'MaxScanSize 100M',
  ];
}

/** Found wherever in a file it stands. Put together here so that scanners do not report this source. */
export function eicarSignature() {
  const halves = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'];
  return `Eicar-Test-Signature:0:*:${Buffer.from(halves.join(''), 'latin1').toString('hex')}`;
}

/** clamd wants its configuration even to say its version. @param {ClamdProgram} program */
async function runs({ command, env }) {
  const asked = await runToEnd(command, ['--help'], { env });
  return asked.code === 0;
}
