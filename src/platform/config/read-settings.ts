import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { webhookSecretFaults } from './payment-settings.js';
import { Settings } from './settings.js';

/** A wrong or missing setting; the message names every variable at fault. */
export class WrongSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `Permit Desk cannot start. Put these settings right:\n${faults.map((f) => `  ${f}`).join('\n')}`,
    );
  }
}

/** Reads the environment once. Blank counts as not set. Throws {@link WrongSettings}. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value?.trim()),
  );
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const faults = validateSync(settings, { skipMissingProperties: false }).map(
    ({ property, constraints }) => `${property}: ${firstFault(property, constraints)}`,
  );
  if (faults.length === 0) {
    faults.push(...hostFaults(settings), ...webhookSecretFaults(settings, new Date()));
  }
  faults.push(...productionFaults(settings));
  if (faults.length > 0) throw new WrongSettings(faults);
  return settings;
}

function firstFault(property: string, constraints: Record<string, string> = {}): string {
  const fault = Object.values(constraints)[0] ?? 'is wrong';
  return fault.replace(`${property} `, '');
}

const SECRETS = [
  'SESSION_SECRET',
  'LINK_SECRET',
  'EVIDENCE_KEY',
  'AUDIT_VALUES_KEY',
  'PAY_WEBHOOK_SECRET',
] as const;

/** Cookies do not tell ports apart: papers need a host name of their own, and nothing but a name. */
function hostFaults({ PUBLIC_URL, FILES_URL }: Settings): string[] {
  const [pages, files] = [new URL(PUBLIC_URL), new URL(FILES_URL)];
  if (files.hostname === pages.hostname) {
    return ['FILES_URL: must have another host name than PUBLIC_URL; another port is not enough'];
  }
  if (files.pathname !== '/' || files.search !== '') return ['FILES_URL: must have no path'];
  return [];
}

/** What development may have and production may not. */
function productionFaults(settings: Settings): string[] {
  if (!settings.isProduction) return [];
  const faults: string[] = [];
  if (!settings.isHttps) faults.push('PUBLIC_URL: must be https in production');
  if (!settings.CLAMD_URL)
    faults.push('CLAMD_URL: production takes no papers without a virus scanner');
  if (settings.CLAMD_SIGNATURES_MOST_DAYS === 0) {
    faults.push('CLAMD_SIGNATURES_MOST_DAYS: production must ask how old the signatures are');
  }
  if (!settings.FILES_URL.startsWith('https://')) {
    faults.push('FILES_URL: must be https in production');
  }
  if (settings.SANDBOX_URL) faults.push('SANDBOX_URL: the sandbox is not for production');
  for (const name of SECRETS) {
    if (isDefaultSecret(settings[name])) faults.push(`${name}: is a default secret; make your own`);
  }
  if (settings.SESSION_SECRET && settings.SESSION_SECRET === settings.LINK_SECRET) {
    faults.push('LINK_SECRET: must differ from SESSION_SECRET');
  }
  return faults;
}

/** The placeholders of `.env.example`, the sandbox's, and secrets of one repeated character. */
function isDefaultSecret(secret: string | undefined): boolean {
  return (
    !secret ||
    /change-?me|example|default|sandbox|secret-secret/i.test(secret) ||
    /^(.)\1+=?$/.test(secret)
  );
}
