// @ts-check
import { join } from 'node:path';
import { fetchPackages, libraryFolders } from './distribution-packages.mjs';
import { findProgram } from './find-program.mjs';
import { runToEnd } from './run-to-end.mjs';

/**
 * The `mariadb` client, installed or fetched, against which a long export is measured; null where there is none.
 * @param {string} programs the folder for fetched programs
 * @returns {Promise<{ command: string, libraries: string } | null>} `libraries`: its LD_LIBRARY_PATH
 */
export async function findMariadbClient(programs) {
  const system = process.env.LD_LIBRARY_PATH ?? '';
  const installed = findProgram(['mariadb']);
  if (installed) return { command: installed, libraries: system };
  const fetched = await fetchPackages({
    programs,
    set: 'mariadb-client',
    title: "MariaDB's client",
    packages: [['mariadb-client-core'], ['mariadb-client-core-10.6']],
  });
  if (!fetched.ok) return null;
  const command = join(fetched.root, 'usr/bin/mariadb');
  const libraries = [...libraryFolders(fetched.root), system].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries };
  const asked = await runToEnd(command, ['--version'], { env });
  return asked.code === 0 ? { command, libraries } : null;
}
