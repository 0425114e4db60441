import { runSource } from '../../support/child-process.js';
import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../../support/test-application.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication();
});
afterAll(() => desk.stop());

/** Two cores may be busy with other things. */
const PATIENCE_MS = 60_000;

async function run(name: string, args: string[], input?: string) {
  const child = runSource(
    `scripts/staff/${name}.ts`,
    { DATABASE_URL: desk.settings.DATABASE_URL },
    args,
  );
  if (input !== undefined) child.process.stdin?.end(input);
  return { code: await child.ended, output: child.output() };
}

async function signInWith(email: string, password: string): Promise<number> {
  const browser = desk.visitor();
  const page = await browser.get('/sign-in');
  return (await browser.submit(page, { email, password })).status;
}

describe('the staff commands', () => {
  const email = 'grace@staff.example.com';
  const create = ['--email', email, '--name', 'Grace Officer', '--role', 'officer'];

  it(
    'create an account, whose password is shown once, change it and disable it',
    async () => {
      const created = await run('create-staff', create);
      expect(created).toMatchObject({ code: 0 });
      const [, password = ''] = /shown only now: (\S+)/.exec(created.output) ?? [];
      expect(await signInWith(email, password)).toBe(303);
      const again = await run('create-staff', create);
      expect(again).toEqual({
        code: 1,
        output: '--email: another account has this email address\n',
      });
      const typed = await run(
        'reset-password',
        ['--email', email, '--password-from-stdin'],
        `${TEST_PASSWORD}\n`,
      );
      expect(typed.output).not.toContain(TEST_PASSWORD);
      expect(await signInWith(email, password)).toBe(422);
      expect(await signInWith(email, TEST_PASSWORD)).toBe(303);
      expect((await run('disable-staff', ['--email', email])).code).toBe(0);
      expect(await signInWith(email, TEST_PASSWORD)).toBe(422);
    },
    PATIENCE_MS,
  );

  it.each([
    [
      'create-staff',
      ['--email', 'x@staff.example.com', '--name', 'X', '--role', 'boss'],
      undefined,
      '--role: must be one of',
    ],
    [
      'create-staff',
      ['--email', 'not an address', '--name', 'X', '--role', 'officer'],
      undefined,
      '--email: is not an email address',
    ],
    ['create-staff', ['--role', 'officer'], undefined, '--email is missing'],
    ['create-staff', ['--mail', 'x'], undefined, 'Usage: npm run staff:create'],
    [
      'create-staff',
      [
        '--email',
        'y@staff.example.com',
        '--name',
        'Y',
        '--role',
        'officer',
        '--password-from-stdin',
      ],
      'Leicestershire1!\n',
      'easy to guess',
    ],
    [
      'reset-password',
      ['--email', 'nobody@staff.example.com'],
      undefined,
      'no account has this email address',
    ],
    [
      'create-api-client',
      ['Web form', '--scopes', 'everything'],
      undefined,
      '--scopes: must be some of',
    ],
    ['revoke-api-client', ['Nobody'], undefined, 'no client of this name'],
  ])(
    '%s says plainly what is wrong with %j',
    async (name, args, input, words) => {
      const { code, output } = await run(name, args, input);
      expect(code).toBe(1);
      expect(output).toContain(words);
      expect(output).not.toMatch(/^\s+at /m);
    },
    PATIENCE_MS,
  );
});

describe('the commands for API clients', () => {
  it(
    'show a key once, keep its hash only, and take it back',
    async () => {
      const scopes = ['--scopes', 'applications:write,evidence:write'];
      const created = await run('create-api-client', ['Web form', ...scopes]);
      const [, key = ''] = /shown only now: (pd_[\w-]{43})$/m.exec(created.output) ?? [];
      expect([created.code, key.length]).toEqual([0, 46]);
      const [row] = await desk.database.dataSource.query('SELECT * FROM api_clients');
      expect(row).toMatchObject({
        name: 'Web form',
        scopes: 'applications:write evidence:write',
        revoked_at: null,
      });
      expect(JSON.stringify(row)).not.toContain(key);
      expect((await run('create-api-client', ['Web form', ...scopes])).code).toBe(1);
      expect((await run('revoke-api-client', ['Web form'])).code).toBe(0);
      const [after] = await desk.database.dataSource.query('SELECT * FROM api_clients');
      expect(after.revoked_at).not.toBeNull();
    },
    PATIENCE_MS,
  );
});
