import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reader, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { createStaffAccount } from '../../../src/staff/create-staff-account.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import type { StaffRole } from '../../../src/staff/staff-roles.rules.js';
import { accountIdByEmail } from '../../../src/staff/staff-accounts.queries.js';

/** Reserved domains only: production refuses a database that holds such accounts. */
export const DEMO_STAFF = {
  asha: { name: 'Asha Bramley', role: 'officer', email: 'officer@desk.example' },
  tomas: { name: 'Tomas Wren', role: 'officer', email: 'tomas.wren@desk.example' },
  grace: { name: 'Grace Odell', role: 'officer', email: 'grace.odell@desk.example' },
  helen: { name: 'Helen Marlow', role: 'supervisor', email: 'supervisor@desk.example' },
  sam: { name: 'Sam Pickering', role: 'support', email: 'support@desk.example' },
  ines: { name: 'Ines Calloway', role: 'administrator', email: 'administrator@desk.example' },
  frank: { name: 'Frank Aldous', role: 'auditor', email: 'auditor@desk.example' },
} as const satisfies Readonly<Record<string, { name: string; role: StaffRole; email: string }>>;

export type StaffKey = keyof typeof DEMO_STAFF;
export type DemoStaff = Readonly<Record<StaffKey, CurrentStaff>>;

/** One line of the file of sign-ins; `npm start` prints it. */
export interface SignIn {
  role: string;
  email: string;
  password: string;
}

/**
 * Accounts of every role. The passwords are made up for this installation and kept in the file,
 * so that a load run again gives the same ones.
 */
export async function openAccounts(
  desk: { unitOfWork: UnitOfWork; reader: Reader },
  signInsFile: string,
  now: Date,
): Promise<DemoStaff> {
  const known = readSignIns(signInsFile);
  const signIns = Object.values(DEMO_STAFF).map(({ role, email }) => ({
    role,
    email,
    password: known.find((one) => one.email === email)?.password ?? makePassword(),
  }));
  const others = known.filter((one) => !signIns.some(({ email }) => email === one.email));
  writeSignIns(signInsFile, [...signIns, ...others]);
  const opened: [string, CurrentStaff][] = [];
  for (const [key, { name, role, email }] of Object.entries(DEMO_STAFF)) {
    const password = signIns.find((one) => one.email === email)?.password ?? makePassword();
    const created = await createStaffAccount(desk.unitOfWork, { email, name, role, password }, now);
    if (!created.ok && created.refusal !== 'email_taken') throw new Error(created.refusal);
    const id = created.ok ? created.id : await accountIdByEmail(desk.reader, email);
    if (!id) throw new Error(`The account of ${name} is neither new nor there.`);
    opened.push([key, { id, name, role }]);
  }
  return Object.fromEntries(opened) as unknown as DemoStaff;
}

/** Adds a line, such as the key of the API client, which nobody can read again later. */
export function addSignIn(signInsFile: string, signIn: SignIn): void {
  writeSignIns(signInsFile, [...readSignIns(signInsFile), signIn]);
}

function readSignIns(file: string): SignIn[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}

function writeSignIns(file: string, signIns: readonly SignIn[]): void {
  writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}

const WORDS =
  'amber barley candle damson ember fennel gravel hazel ivory juniper kettle lantern marble nettle ochre pebble quartz russet saddle thistle umber velvet willow yarrow bramble cobalt drizzle feather harvest meadow'.split(
    ' ',
  );

/** Three words and a number: easy to type from the terminal, enough for one's own machine. */
function makePassword(): string {
  const words = [...randomBytes(3)].map((byte) => WORDS[byte % WORDS.length]);
  return [...words, randomInt(1000, 10_000)].join('-');
}
