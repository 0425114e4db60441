import { FILE_LIMITS } from './file-limits.js';

/** Controls, line separators, zero-width characters and the marks that turn text around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * The sender's name of a file as it may be shown: its last part, on one line, nothing invisible, at
 * most 200 characters with the extension kept. For display only: nothing on disk is named by it.
 */
export function displayName(sent: string): string {
  const last = sent.split(/[\\/]/).pop() ?? '';
  const visible = last.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return visible === '' ? 'unnamed' : shortened(visible);
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= FILE_LIMITS.maxNameCharacters) return name;
  const dot = characters.lastIndexOf('.');
  const ending = dot > 0 && characters.length - dot <= 10 ? characters.slice(dot) : [];
  const room = FILE_LIMITS.maxNameCharacters - ending.length - 1;
  return [...characters.slice(0, room), '…', ...ending].join('');
}
