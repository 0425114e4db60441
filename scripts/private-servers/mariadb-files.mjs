// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runToEnd } from './run-to-end.mjs';
import { PlainFault } from './say.mjs';

/** @typedef {import('./server-programs.mjs').MariadbProgram} MariadbProgram */

/**
 * The arguments that say where everything lies.
 * @param {MariadbProgram} program
 * @param {string} place the server's own folder
 */
export function placement(program, place) {
  const files = [`--datadir=${join(place, 'files')}`, `--tmpdir=${join(place, 'tmp')}`];
  // As root the server wants to be told so; as anybody else it must not be.
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  return ['--no-defaults', ...program.args, ...files, ...asRoot];
}

/**
 * Makes the system tables with the server itself, from the SQL it ships: its install script breaks on a path with
 * spaces. They appear whole or not at all.
 * @param {MariadbProgram} program
 * @param {string} place
 * @throws {PlainFault}
 */
export async function makeDatabaseFiles(program, place) {
  makeFolders(place, ['tmp']);
  if (existsSync(join(place, 'files'))) return;
  const draft = join(place, 'draft');
  rmSync(draft, { recursive: true, force: true });
  makeFolders(draft, ['files', 'tmp']);
  const made = await runToEnd(
    program.command,
    [...placement(program, draft), '--bootstrap', '--skip-log-bin', '--log-warnings=0'],
    { env: program.env, input: systemTables(program.share) },
  );
  if (made.code !== 0) {
    throw new PlainFault(`MariaDB could not make its system tables:\n${lastLines(made.output)}`);
  }
  renameSync(join(draft, 'files'), join(place, 'files'));
  rmSync(draft, { recursive: true, force: true });
}

/** Named mysql_… or mariadb_… depending on the release. */
const sources = [
  /^m\w+_system_tables\.sql$/,
  /^m\w+_performance_tables\.sql$/,
  /^m\w+_system_tables_data\.sql$/,
  /^maria_add_gis_sp_bootstrap\.sql$/,
];

/** @param {string} share */
function systemTables(share) {
  const present = readdirSync(share);
  const texts = sources.map((pattern) => {
    const name = present.find((candidate) => pattern.test(candidate));
    if (!name) throw new PlainFault(`In ${share} there is no ${pattern.source}.`);
    return readFileSync(join(share, name), 'utf8');
  });
  const opening = ['create database mysql;', 'use mysql;', 'SET @auth_root_socket=NULL;'];
  return [...opening, ...texts].join('\n');
}

/**
 * @param {string} parent
 * @param {readonly string[]} names
 */
function makeFolders(parent, names) {
  for (const name of names) mkdirSync(join(parent, name), { recursive: true, mode: 0o700 });
}
