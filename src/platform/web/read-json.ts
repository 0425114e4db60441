import { isSound } from './read-body.js';
import { hasRepeatedNames } from './repeated-names.js';

/** JSON out of bytes, as strictly as a body that the web platform reads itself; undefined if it is none. */
export function readJson(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (hasRepeatedNames(text)) return undefined;
    const content: unknown = JSON.parse(text);
    return isSound(content) ? content : undefined;
  } catch {
    return undefined;
  }
}
