import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, type Outcome, refuse } from '../../shared/outcome.js';

/** The longest a link to a file may live (S3.6). Whoever needs it again is given another. */
export const FILE_LINK_SECONDS = 60;

export const FILE_LINK_PURPOSES = ['page', 'original'] as const;
export type FileLinkPurpose = (typeof FILE_LINK_PURPOSES)[number];

/** What a link opens, and for whom. Nothing of it says what the file is called or shows. */
export interface FileLinkTerms {
  purpose: FileLinkPurpose;
  /** UUID of the record that the file belongs to. */
  fileId: string;
  /** From 1; 0 for an original. */
  page: number;
  /** UUID of the account the link was made for. */
  holderId: string;
  /** The hash by which the session of that account is kept. */
  sessionHash: string;
}

/** A link whose signature holds. */
export interface OpenedFileLink extends Omit<FileLinkTerms, 'sessionHash'> {
  /** Names this one link: no two have the same. */
  linkHash: string;
  isOfSession(sessionHash: string): boolean;
}

interface LinkSettings {
  FILES_URL: string;
  LINK_SECRET: string;
}

const [ID_BYTES, PAGE_BYTES, TAG_BYTES, EXPIRY_BYTES, NONCE_BYTES, MAC_BYTES] = [
  16, 2, 9, 6, 8, 32,
];
const SIGNED_BYTES = 1 + ID_BYTES + PAGE_BYTES + ID_BYTES + TAG_BYTES + EXPIRY_BYTES + NONCE_BYTES;
/** 90 bytes fill 120 characters exactly: a link has one spelling only. */
const TOKEN = /^[A-Za-z0-9_-]{120}$/;
const KEY_PURPOSE = 'permit-desk file link 1';
const SESSION_PURPOSE = 'permit-desk file link session 1';

/** An address on the host of files that opens this one file, once, within the next minute. */
export function fileLinkAddress(settings: LinkSettings, terms: FileLinkTerms, now: Date): string {
  const { origin } = new URL(settings.FILES_URL);
  return `${origin}/${terms.purpose}s/${signFileLink(settings.LINK_SECRET, terms, now)}`;
}

/** purpose ‖ file ‖ page ‖ holder ‖ mark of the session ‖ last instant ‖ nonce ‖ HMAC-SHA-256. */
export function signFileLink(secret: string, terms: FileLinkTerms, now: Date): string {
  const expiry = Buffer.alloc(EXPIRY_BYTES);
  expiry.writeUIntBE(now.getTime() + FILE_LINK_SECONDS * 1000, 0, EXPIRY_BYTES);
  const page = Buffer.alloc(PAGE_BYTES);
  page.writeUInt16BE(terms.page);
  const signed = Buffer.concat([
    Buffer.from([FILE_LINK_PURPOSES.indexOf(terms.purpose)]),
    bytesOf(terms.fileId),
    page,
    bytesOf(terms.holderId),
    sessionTag(secret, terms.sessionHash),
    expiry,
    randomBytes(NONCE_BYTES),
  ]);
  return Buffer.concat([signed, macOf(secret, signed)]).toString('base64url');
}

/** What a link says, once its signature holds. `expired` is told only of one we made ourselves. */
export function readFileLink(
  secret: string,
  token: string,
  now: Date,
): Outcome<OpenedFileLink, 'altered' | 'expired'> {
  if (!TOKEN.test(token)) return refuse('altered');
  const bytes = Buffer.from(token, 'base64url');
  const signed = bytes.subarray(0, SIGNED_BYTES);
  const mac = bytes.subarray(SIGNED_BYTES);
  if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(secret, signed))) {
    return refuse('altered');
  }
  const purpose = FILE_LINK_PURPOSES[signed.readUInt8(0)];
  if (purpose === undefined) return refuse('altered');
  const holderAt = 1 + ID_BYTES + PAGE_BYTES;
  const tagAt = holderAt + ID_BYTES;
  const expiryAt = tagAt + TAG_BYTES;
  if (signed.readUIntBE(expiryAt, EXPIRY_BYTES) <= now.getTime()) return refuse('expired');
  const tag = signed.subarray(tagAt, expiryAt);
  return ok({
    purpose,
    fileId: uuidAt(signed, 1),
    page: signed.readUInt16BE(1 + ID_BYTES),
    holderId: uuidAt(signed, holderAt),
    linkHash: mac.toString('hex'),
    isOfSession: (sessionHash: string) => timingSafeEqual(tag, sessionTag(secret, sessionHash)),
  });
}

/** The session's own hash never leaves the house: a link carries a mark made of it. */
function sessionTag(secret: string, sessionHash: string): Buffer {
  const key = keyFor(secret, SESSION_PURPOSE);
  return createHmac('sha256', key).update(sessionHash).digest().subarray(0, TAG_BYTES);
}

function macOf(secret: string, signed: Buffer): Buffer {
  return createHmac('sha256', keyFor(secret, KEY_PURPOSE)).update(signed).digest();
}

/** A key of its own for each purpose: what is signed for one is worth nothing for another. */
function keyFor(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}

function bytesOf(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== ID_BYTES) throw new RangeError('A link is made of UUIDs');
  return bytes;
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + ID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
