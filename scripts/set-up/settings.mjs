// @ts-check
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainFault } from '../private-servers/say.mjs';

/**
 * What the children are told through their environment. What the person has set goes before what we make up; a stand-in
 * serves only where no real address is set.
 * @typedef {{ project: string, folder: string, port: number, databaseUrl: string, redisUrl: string, sandboxUrl: string | null }} Circumstances
 * @param {Circumstances} circumstances
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function applicationSettings({
  project,
  folder,
  port,
  databaseUrl,
  redisUrl,
  sandboxUrl,
}) {
  const production = process.env.NODE_ENV === 'production';
  return {
    NODE_ENV: 'development',
    PUBLIC_URL: applicationAddress(port),
    // Browsers take every name below localhost to be this machine; nothing has to be set up for it.
    FILES_URL: `http://files.localhost:${port}`,
    UPLOADS_DIR: 'uploads',
    AUDIT_ANCHORS_FILE: join(folder, 'audit-anchors.jsonl'),
    // A real installation brings secrets of its own, and the application says so when it does not.
    ...(production ? {} : keptSecrets(folder)),
    ...withoutBlanks(process.env),
    ...(sandboxUrl ? await sandboxSettings(project, sandboxUrl) : {}),
    PORT: String(port),
    HOST: listeningAddress(),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    TZ: 'UTC',
  };
}

/**
 * Where this machine reaches the application.
 * @param {number} port
 */
export function applicationAddress(port) {
  const address = listeningAddress();
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return isIP(address) === 6 ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

/** Some shells export the machine's name as HOST; only an address is a wish to listen elsewhere than on loopback. */
export function listeningAddress() {
  const wanted = process.env.HOST?.trim() ?? '';
  return isIP(wanted) ? wanted : '127.0.0.1';
}

/** A variable set to nothing is not set. @param {NodeJS.ProcessEnv} environment */
function withoutBlanks(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

/** The stand-ins serve whatever no real address is given for; production never meets them. */
export function needsSandbox() {
  const { NODE_ENV, PAY_URL, NOTIFY_URL, NOTIFY_API_KEY } = process.env;
  return (
    NODE_ENV !== 'production' &&
    (!PAY_URL?.trim() || !(NOTIFY_URL?.trim() || NOTIFY_API_KEY?.trim()))
  );
}

/**
 * @param {string} project
 * @param {string} sandboxUrl
 * @returns {Promise<Record<string, string>>}
 */
async function sandboxSettings(project, sandboxUrl) {
  /** @param {string} name */
  const built = (name) => import(pathToFileURL(join(project, 'dist', 'sandbox', name)).href);
  const pay = await built('pay-settings.js');
  const notify = await built('notify-settings.js');
  const dvla = await built('dvla-settings.js');
  const { PAY_URL, NOTIFY_URL, NOTIFY_API_KEY, VES_API_KEY } = process.env;
  return {
    SANDBOX_URL: sandboxUrl,
    ...(VES_API_KEY?.trim()
      ? {}
      : {
          VES_URL: sandboxUrl + dvla.SANDBOX_DVLA_PATH,
          VES_API_KEY: dvla.SANDBOX_DVLA_API_KEY,
          VES_REQUESTS_A_MINUTE: '6000',
        }),
    ...(PAY_URL?.trim()
      ? {}
      : {
          PAY_URL: sandboxUrl + pay.SANDBOX_PAY_PATH,
          PAY_PAGES_URL: sandboxUrl,
          PAY_API_KEY: pay.SANDBOX_PAY_API_KEY,
          PAY_WEBHOOK_SECRET: pay.SANDBOX_PAY_WEBHOOK_SECRET,
        }),
    ...(NOTIFY_URL?.trim() || NOTIFY_API_KEY?.trim()
      ? {}
      : {
          NOTIFY_URL: sandboxUrl + notify.SANDBOX_NOTIFY_PATH,
          NOTIFY_API_KEY: notify.SANDBOX_NOTIFY_API_KEY,
          NOTIFY_EMAIL_TEMPLATE: notify.SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
          NOTIFY_TEXT_TEMPLATE: notify.SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
          NOTIFY_LETTER_TEMPLATE: notify.SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
        }),
  };
}

/**
 * Made once for this folder: links sent and evidence encrypted yesterday must open today.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function keptSecrets(folder) {
  const path = join(folder, 'secrets.json');
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const secret = () => randomBytes(32).toString('base64');
  const secrets = {
    SESSION_SECRET: secret(),
    LINK_SECRET: secret(),
    EVIDENCE_KEY: secret(),
    AUDIT_VALUES_KEY: secret(),
    AUDIT_SIGNING_KEY: signingKey(),
    PAY_WEBHOOK_SECRET: secret(),
    // Those of an earlier version of this folder stay; what it did not know yet is added.
    ...kept,
  };
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/**
 * One's own servers come as a pair: half of one's own and half private would be neither.
 * @returns {{ databaseUrl: string, redisUrl: string, migratorUrl?: string } | null} null: private ones are wanted
 */
export function ownServers() {
  const databaseUrl = process.env.DATABASE_URL?.trim();
  const redisUrl = process.env.REDIS_URL?.trim();
  if (!databaseUrl && !redisUrl) {
    if (process.env.NODE_ENV !== 'production') return null;
    throw new PlainFault(
      'NODE_ENV is production, which never runs on private servers with demo data. Set DATABASE_URL and REDIS_URL, or leave NODE_ENV out to look around.',
    );
  }
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl };
  throw new PlainFault(
    `Only ${databaseUrl ? 'DATABASE_URL' : 'REDIS_URL'} is set. Set both DATABASE_URL and REDIS_URL to use servers of your own, or neither to have private ones started.`,
  );
}
