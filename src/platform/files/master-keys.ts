import type { FileStoreOptions } from './file-store.js';

/** What the environment says of where files lie and which keys open them. */
export interface FileSettings {
  UPLOADS_DIR: string;
  EVIDENCE_KEY: string;
  EVIDENCE_KEY_ID: string;
  /** id=key, id=key */
  EVIDENCE_OLD_KEYS: string;
}

export function fileStoreOptions(settings: FileSettings): FileStoreOptions {
  return {
    directory: settings.UPLOADS_DIR,
    masterKey: Buffer.from(settings.EVIDENCE_KEY, 'base64'),
    keyId: settings.EVIDENCE_KEY_ID,
    retiredMasterKeys: oldKeys(settings.EVIDENCE_OLD_KEYS),
  };
}

function oldKeys(text: string): Record<string, Buffer> {
  const pairs = text.split(/, ?/).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      // The key itself ends in "=" too.
      const at = pair.indexOf('=');
      return [pair.slice(0, at), Buffer.from(pair.slice(at + 1), 'base64')];
    }),
  );
}
