import { hashPassword } from '../../src/staff/password-hash.js';
import { accountIdByEmail } from '../../src/staff/staff-accounts.queries.js';
import { setPasswordHash } from '../../src/staff/staff-accounts.store.js';
import {
  choosePassword,
  readArguments,
  required,
  runCommand,
  tellPassword,
  Told,
} from './command.js';

const USAGE = 'npm run staff:reset-password -- --email EMAIL [--password-from-stdin]';

await runCommand(async ({ dataSource, unitOfWork }) => {
  const { values } = readArguments(
    { email: { type: 'string' }, 'password-from-stdin': { type: 'boolean', default: false } },
    USAGE,
  );
  const email = required(values.email, '--email', USAGE).toLowerCase();
  const id = await accountIdByEmail(dataSource.manager, email);
  if (!id) throw new Told('--email: no account has this email address');
  const chosen = await choosePassword(email, values['password-from-stdin'] === true);
  const passwordHash = await hashPassword(chosen.password);
  await unitOfWork.run((tx) => setPasswordHash(tx, id, passwordHash, new Date()));
  console.log(`Changed the password of ${email} and ended all its sessions.`);
  tellPassword(chosen);
});
