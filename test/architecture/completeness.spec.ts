import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, WrongSettings } from '../../src/platform/config/read-settings.js';
import { subscriptions } from '../../src/subscriptions.js';
import { TIMELINE_TYPES } from '../../src/timeline/timeline-events.rules.js';

const root = process.cwd();

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => join(root, folder, name));
}

const sources = sourceFiles('src').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Every setting the code declares: the properties of the classes, in capitals. */
function declaredSettings(): string[] {
  const text = ['settings.ts', 'safekeeping-settings.ts', 'payment-settings.ts']
    .map((name) => readFileSync(join(root, 'src/platform/config', name), 'utf8'))
    .join('\n');
  return [...text.matchAll(/^ {2}([A-Z][A-Z_]+)[!?]?[:= ]/gm)].map((match) => match[1] ?? '');
}

/** Read by a command, and kept from web and worker. */
const OF_COMMANDS = ['DATABASE_MIGRATOR_URL'];

describe('settings', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');

  it('all stand in .env.example, and nothing else does', () => {
    expect([...listed].sort()).toEqual([...declaredSettings(), ...OF_COMMANDS].sort());
    expect(listed.length).toBeGreaterThan(20);
  });

  it('are read in one place only', () => {
    const readers = sources
      .filter(({ text }) => text.includes('process.env'))
      .map(({ file }) => file);
    const allowed = /src\/(platform\/config\/|main\.ts|worker\.ts)/;
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('as printed in .env.example are refused in production, each fault named', () => {
    const environment = Object.fromEntries(
      [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
    );
    const refused = refusal(environment);
    for (const name of [
      'SESSION_SECRET',
      'LINK_SECRET',
      'EVIDENCE_KEY',
      'AUDIT_VALUES_KEY',
      'AUDIT_SIGNING_KEY',
      'PAY_API_KEY',
      'PAY_WEBHOOK_SECRET',
      'NOTIFY_API_KEY',
    ]) {
      expect(refused.faults.some((fault) => fault.startsWith(`${name}:`))).toBe(true);
    }
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'postgres://x'],
    ['REDIS_URL', 'localhost'],
    ['EVIDENCE_KEY', 'short'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s is named', (name, value) => {
    expect(refusal({ [name]: value }).message).toContain(`${name}:`);
  });
});

function refusal(environment: NodeJS.ProcessEnv): WrongSettings {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error;
    throw error;
  }
  throw new Error('these settings were accepted');
}

describe('messages', () => {
  const enqueued = sources.flatMap(({ text }) =>
    [...text.matchAll(/enqueue\(\s*tx,\s*\{\s*type:\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  );

  it('each have a subscriber, and each subscription a sender', () => {
    expect([...new Set(enqueued)].sort()).toEqual(Object.keys(subscriptions).sort());
  });

  it('wake only jobs that exist', () => {
    const jobs = sources.flatMap(({ text }) =>
      [...text.matchAll(/override readonly job = '([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(Object.values(subscriptions).flat())].sort()).toEqual(
      [...new Set(jobs)].sort(),
    );
  });
});

describe('timeline events', () => {
  it('each have a partial of their name, and each partial an event', () => {
    const partials = readdirSync(join(root, 'views/timeline')).map((name) =>
      name.replace(/\.hbs$/, ''),
    );
    expect(partials.sort()).toEqual([...TIMELINE_TYPES].sort());
  });

  it('are each recorded somewhere', () => {
    const unrecorded = TIMELINE_TYPES.filter(
      (type) =>
        !sources.some(
          ({ file, text }) =>
            !file.includes('timeline-events.rules') && text.includes(`type: '${type}'`),
        ),
    );
    expect(unrecorded).toEqual([]);
  });
});
