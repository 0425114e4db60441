// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find-program.mjs';
import { lockFolder } from './folder-lock.mjs';
import { lastLines, runToEnd } from './run-to-end.mjs';
import { step } from './say.mjs';

/**
 * Programs of the distribution (Debian, Ubuntu) unpacked into a folder of our own: no root, nothing installed,
 * apt's lists and cache kept private too. The packages' signatures are checked by apt as always.
 */

/** @typedef {{ ok: true, root: string } | { ok: false, because: string }} Fetched */

const listsStayFreshMs = 12 * 60 * 60 * 1000;

export function canFetchPackages() {
  return (
    findProgram(['apt-get']) !== null &&
    findProgram(['dpkg-deb']) !== null &&
    existsSync('/var/lib/dpkg/status')
  );
}

/**
 * @param {{ programs: string, set: string, title: string, packages: readonly string[][] }} wanted
 *   `packages`: the sets of names to try, best first (names differ between releases)
 * @returns {Promise<Fetched>}
 */
export async function fetchPackages({ programs, set, title, packages }) {
  const root = join(programs, set);
  if (existsSync(join(root, '.complete'))) return { ok: true, root };
  if (!canFetchPackages())
    return {
      ok: false,
      because: 'This is not Debian or Ubuntu: apt-get and dpkg-deb are missing.',
    };
  const lock = await lockPatiently(join(programs, 'apt'));
  try {
    if (existsSync(join(root, '.complete'))) return { ok: true, root };
    return await fetchAny({ programs, set, title, packages }, root);
  } finally {
    lock.release();
  }
}

/**
 * @param {{ programs: string, set: string, title: string, packages: readonly string[][] }} wanted
 * @param {string} root
 * @returns {Promise<Fetched>}
 */
function fetchAny({ programs, title, packages }, root) {
  return step(
    `Fetching ${title} from the distribution's packages into ${root} (nothing is installed on the system)`,
    async () => {
      const apt = privateApt(join(programs, 'apt'));
      const lists = await apt.refreshLists();
      if (!lists.ok) return lists;
      /** @type {Fetched} */
      let outcome = { ok: false, because: 'No package name was given.' };
      for (const names of packages) {
        outcome = await fetchSet(apt, names, root);
        if (outcome.ok) break;
      }
      return outcome;
    },
  );
}

/** A start and a test run may want the same programs at the same time. @param {string} folder */
async function lockPatiently(folder) {
  for (;;) {
    const lock = lockFolder(folder, 'fetching programs');
    if (lock.ok) return lock;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * @param {ReturnType<typeof privateApt>} apt
 * @param {readonly string[]} names
 * @param {string} root
 * @returns {Promise<Fetched>}
 */
async function fetchSet(apt, names, root) {
  const downloaded = await apt.download(names);
  if (!downloaded.ok) return downloaded;
  const draft = `${root}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const file of downloaded.files) {
    const unpacked = await runToEnd('dpkg-deb', ['-x', file, draft]);
    if (unpacked.code !== 0) return { ok: false, because: lastLines(unpacked.output) };
  }
  writeFileSync(join(draft, '.complete'), `${downloaded.files.join('\n')}\n`);
  rmSync(root, { recursive: true, force: true });
  renameSync(draft, root);
  rmSync(downloaded.folder, { recursive: true, force: true });
  return { ok: true, root };
}

/**
 * apt-get with lists, cache and lock of its own; what the system already has installed counts as present.
 * @param {string} folder
 */
function privateApt(folder) {
  const archives = join(folder, 'archives');
  for (const made of ['state/lists/partial', 'cache', 'log'])
    mkdirSync(join(folder, made), { recursive: true });
  const options = [
    ['Dir::State', join(folder, 'state')],
    ['Dir::State::status', '/var/lib/dpkg/status'],
    ['Dir::Cache', join(folder, 'cache')],
    ['Dir::Cache::archives', archives],
    ['Dir::Log', join(folder, 'log')],
    ['Debug::NoLocking', '1'],
    ['APT::Sandbox::User', 'root'],
    ['Acquire::Retries', '3'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const env = { ...process.env, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  const stamp = join(folder, 'lists-read');

  return {
    /** @returns {Promise<{ ok: true } | { ok: false, because: string }>} */
    async refreshLists() {
      if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < listsStayFreshMs)
        return { ok: true };
      const update = await runToEnd('apt-get', [...options, 'update'], { env });
      // One source of several may be out of reach; whether the packages can be had shows when they are asked for.
      if (!readdirSync(join(folder, 'state', 'lists')).some((name) => name.includes('_Packages'))) {
        return {
          ok: false,
          because: `apt-get could not read the lists of packages:\n${lastLines(update.output)}`,
        };
      }
      writeFileSync(stamp, '');
      return { ok: true };
    },
    /**
     * @param {readonly string[]} names
     * @returns {Promise<{ ok: true, folder: string, files: string[] } | { ok: false, because: string }>}
     */
    async download(names) {
      rmSync(archives, { recursive: true, force: true });
      mkdirSync(join(archives, 'partial'), { recursive: true });
      const args = [
        ...options,
        'install',
        '--no-install-recommends',
        '--download-only',
        '--reinstall',
        '--yes',
        ...names,
      ];
      const done = await runToEnd('apt-get', args, { env });
      if (done.code !== 0) {
        rmSync(stamp, { force: true });
        return {
          ok: false,
          because: `apt-get could not fetch ${names.join(', ')}:\n${lastLines(done.output)}`,
        };
      }
      const files = readdirSync(archives).filter(
        (name) => name.endsWith('.deb') && !systemOwn.test(name),
      );
      return { ok: true, folder: archives, files: files.map((name) => join(archives, name)) };
    },
  };
}

/** The C library belongs to the running system's loader: a second one beside it breaks every program. */
const systemOwn = /^(libc6|libc-bin|libc-l10n|locales)_/;

/**
 * Every folder of an unpacked root that holds shared libraries.
 * @param {string} root
 */
export function libraryFolders(root) {
  /** @type {string[]} */
  const found = [];
  for (const top of ['usr/lib', 'lib', 'usr/lib64', 'lib64']) {
    const base = join(root, top);
    if (!existsSync(base)) continue;
    for (const sub of ['', ...readdirSync(base).filter((name) => name.includes('-linux-gnu'))]) {
      const folder = join(base, sub);
      found.push(
        folder,
        ...['nss', 'pulseaudio', 'blas', 'lapack']
          .map((name) => join(folder, name))
          .filter((path) => existsSync(path)),
      );
    }
  }
  return found;
}
