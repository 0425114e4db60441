import { fileURLToPath } from 'node:url';

/**
 * The arguments with which Node runs a program of this folder as a child process. When the sources
 * themselves are run, as the tests do, the child needs the same translation.
 */
export function childProgram(name: string): string[] {
  const isBuilt = import.meta.url.endsWith('.js');
  if (isBuilt) return [fileURLToPath(new URL(`./${name}.child.js`, import.meta.url))];
  const loader = new URL('../../../test/support/run-from-sources.mjs', import.meta.url);
  return ['--import', loader.href, fileURLToPath(new URL(`./${name}.child.ts`, import.meta.url))];
}
