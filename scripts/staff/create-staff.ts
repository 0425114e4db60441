import { createStaffAccount, type StaffRefusal } from '../../src/staff/create-staff-account.js';
import { passwordRefusals } from '../../src/staff/password.rules.js';
import { isStaffRole, STAFF_ROLES } from '../../src/staff/staff-roles.rules.js';
import {
  choosePassword,
  readArguments,
  required,
  runCommand,
  tellPassword,
  Told,
} from './command.js';

const USAGE =
  'npm run staff:create -- --email EMAIL --name "NAME" --role ROLE [--password-from-stdin]';

const refusals: Record<StaffRefusal, string> = {
  ...passwordRefusals,
  wrong_email: '--email: is not an email address',
  wrong_name: '--name: must have 1 to 120 characters',
  email_taken: '--email: another account has this email address',
};

await runCommand(async ({ unitOfWork }) => {
  const { values } = readArguments(
    {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-from-stdin': { type: 'boolean', default: false },
    },
    USAGE,
  );
  const email = required(values.email, '--email', USAGE);
  const name = required(values.name, '--name', USAGE);
  const role = required(values.role, '--role', USAGE);
  if (!isStaffRole(role)) throw new Told(`--role: must be one of ${STAFF_ROLES.join(', ')}`);
  const chosen = await choosePassword(email, values['password-from-stdin'] === true);
  const staff = { email, name, role, password: chosen.password };
  const created = await createStaffAccount(unitOfWork, staff, new Date());
  if (!created.ok) throw new Told(refusals[created.refusal]);
  console.log(`Created the ${role} account of ${email}.`);
  tellPassword(chosen);
});
