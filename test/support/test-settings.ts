import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/platform/config/read-settings.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { auditSettings } from './audit-settings.js';
import { testServer } from './test-database.js';

/** Settings that are valid and reach nothing but this machine; change what the test is about. */
export function testSettings(
  databaseUrl: string,
  changes: Record<string, string | number | boolean> = {},
): Settings {
  const environment: Record<string, string> = {
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '5',
    REDIS_URL: testServer('TEST_REDIS_URL'),
    QUEUE_PREFIX: `test-${randomBytes(4).toString('hex')}`,
    SESSION_SECRET: 'session secret of the tests, made up here',
    LINK_SECRET: 'link secret of the tests, made up here too',
    EVIDENCE_KEY: randomBytes(32).toString('base64'),
    ...auditSettings(),
    UPLOADS_DIR: join(tmpdir(), `permit-desk-test-${randomBytes(6).toString('hex')}`),
    PAY_URL: 'http://127.0.0.1:9/pay',
    PAY_PAGES_URL: 'http://127.0.0.1:9/pay',
    PAY_API_KEY: 'pay-key-of-the-tests',
    PAY_WEBHOOK_SECRET: 'webhook secret of the tests, made up here',
    NOTIFY_URL: 'http://127.0.0.1:9/notify',
    NOTIFY_API_KEY:
      'test_key-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002',
    NOTIFY_EMAIL_TEMPLATE: '00000000-0000-4000-8000-00000000000e',
    NOTIFY_TEXT_TEMPLATE: '00000000-0000-4000-8000-00000000000f',
    NOTIFY_LETTER_TEMPLATE: '00000000-0000-4000-8000-00000000000a',
    // A test that is about second looks says so; no other may meet one by chance.
    QUALITY_SAMPLE_PERCENT: '0',
    LOG_LEVEL: 'silent',
  };
  for (const [name, value] of Object.entries(changes)) environment[name] = String(value);
  return readSettings(environment);
}
