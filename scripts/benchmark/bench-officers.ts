import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/database/new-id.js';
import { hashPassword } from '../../src/staff/password-hash.js';
import type { Officer } from './doings.js';
import { signedIn } from './visitor.js';

export interface BenchOfficer extends Officer {
  id: string;
}

const PASSWORD = 'six calm otters swim upstream';

/** Makes so many accounts and signs each in through the real form. */
export async function addOfficers(
  source: DataSource,
  address: string,
  count: number,
): Promise<BenchOfficer[]> {
  const passwordHash = await hashPassword(PASSWORD);
  const officers: BenchOfficer[] = [];
  for (let number = 1; number <= count; number += 1) {
    const [id, email] = [newId(), `bench.${number}@staff.example.com`];
    await source.query(
      `INSERT INTO staff_accounts
         (id, email, display_name, role, password_hash, created_at, password_changed_at)
       VALUES (?, ?, ?, 'officer', ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
      [id, email, `Bench Officer ${number}`, passwordHash],
    );
    const visitor = await signedIn(address, { email, password: PASSWORD });
    officers.push({ id, visitor, toApprove: [] });
  }
  return officers;
}
