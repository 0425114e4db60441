import { randomUUID } from 'node:crypto';
import { isEmail } from 'class-validator';
import { isDuplicateKey } from '../platform/database/conditional-write.js';
import type { UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { checkPassword, type PasswordRefusal } from './password.rules.js';
import { hashPassword } from './password-hash.js';
import { insertStaffAccount } from './staff-accounts.store.js';
import type { StaffRole } from './staff-roles.rules.js';

export interface StaffToCreate {
  email: string;
  name: string;
  role: StaffRole;
  password: string;
}

export type StaffRefusal = 'wrong_email' | 'wrong_name' | 'email_taken' | PasswordRefusal;

/** Adds an account that can sign in at once. Two accounts never share an email address. */
export async function createStaffAccount(
  unitOfWork: UnitOfWork,
  staff: StaffToCreate,
  now: Date,
): Promise<Outcome<{ id: string }, StaffRefusal>> {
  const email = staff.email.trim().toLowerCase();
  const displayName = staff.name.trim().normalize('NFC');
  if (!isEmail(email) || !/^[\x21-\x7e]{3,254}$/.test(email)) return refuse('wrong_email');
  if (displayName.length === 0 || displayName.length > 120) return refuse('wrong_name');
  const fit = checkPassword(staff.password, email);
  if (!fit.ok) return refuse(fit.refusal);
  const account = {
    id: randomUUID(),
    email,
    displayName,
    role: staff.role,
    passwordHash: await hashPassword(staff.password),
  };
  try {
    await unitOfWork.run((tx) => insertStaffAccount(tx, account, now));
    return ok({ id: account.id });
  } catch (error) {
    if (isDuplicateKey(error)) return refuse('email_taken');
    throw error;
  }
}
