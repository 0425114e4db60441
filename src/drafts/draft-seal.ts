import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KEY_BYTES, SealBroken, TAG_BYTES } from '../platform/files/encryption.js';
import { unwrapKey, wrapKey, wrappingKeyId } from '../platform/files/key-wrapping.js';
import { fileStoreOptions, type FileSettings } from '../platform/files/master-keys.js';
import type { DraftPlace } from './draft-forms.rules.js';

const NONCE_BYTES = 12;

export interface SealedDraft {
  /** Nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes), AES-256-GCM. */
  content: Buffer;
  wrappedKey: string;
}

/**
 * Seals what was typed under a key of its own, wrapped by the key of evidence; both are bound to
 * whose draft of which form of which case it is, so that a row moved elsewhere does not open.
 */
export function sealDraft(text: string, place: DraftPlace, settings: FileSettings): SealedDraft {
  const { masterKey, keyId } = fileStoreOptions(settings);
  const [key, nonce] = [randomBytes(KEY_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bindingOf(place), 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    content: Buffer.concat([nonce, sealed, cipher.getAuthTag()]),
    wrappedKey: wrapKey(key, { keyId, masterKey }, bindingOf(place)),
  };
}

/** @throws SealBroken when it is not what was sealed for this place, or its key is gone. */
export function openDraft(sealed: SealedDraft, place: DraftPlace, settings: FileSettings): string {
  const key = unwrapKey(
    sealed.wrappedKey,
    masterKeyOf(sealed.wrappedKey, settings),
    bindingOf(place),
  );
  const { content } = sealed;
  if (content.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('length');
  const nonce = content.subarray(0, NONCE_BYTES);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bindingOf(place), 'utf8'));
  cipher.setAuthTag(content.subarray(-TAG_BYTES));
  try {
    const opened = cipher.update(content.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, cipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken('content');
  }
}

/**
 * The key of a draft wrapped anew under the master key of today; null when it is already.
 * @throws SealBroken when it cannot be unwrapped
 */
export function rewrapDraftKey(
  wrappedKey: string,
  place: DraftPlace,
  settings: FileSettings,
): string | null {
  const { masterKey, keyId } = fileStoreOptions(settings);
  if (wrappingKeyId(wrappedKey) === keyId) return null;
  const key = unwrapKey(wrappedKey, masterKeyOf(wrappedKey, settings), bindingOf(place));
  return wrapKey(key, { keyId, masterKey }, bindingOf(place));
}

function masterKeyOf(wrappedKey: string, settings: FileSettings): Buffer {
  const { masterKey, keyId, retiredMasterKeys = {} } = fileStoreOptions(settings);
  const asked = wrappingKeyId(wrappedKey);
  const found = asked === keyId ? masterKey : retiredMasterKeys[asked];
  if (!found) throw new SealBroken('key');
  return found;
}

function bindingOf({ staffId, reference, form }: DraftPlace): string {
  return `draft\n${staffId}\n${reference}\n${form}`;
}
