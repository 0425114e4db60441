import { StaleWrite } from '../../src/platform/database/conditional-write.js';
import { accountIdByEmail } from '../../src/staff/staff-accounts.queries.js';
import { disableAccount } from '../../src/staff/staff-accounts.store.js';
import { readArguments, required, runCommand, Told } from './command.js';

const USAGE = 'npm run staff:disable -- --email EMAIL';

await runCommand(async ({ dataSource, unitOfWork }) => {
  const { values } = readArguments({ email: { type: 'string' } }, USAGE);
  const email = required(values.email, '--email', USAGE).toLowerCase();
  const id = await accountIdByEmail(dataSource.manager, email);
  if (!id) throw new Told('--email: no account has this email address');
  try {
    await unitOfWork.run((tx) => disableAccount(tx, id, new Date()));
  } catch (error) {
    if (error instanceof StaleWrite) throw new Told(`${email} is disabled already.`);
    throw error;
  }
  console.log(`Disabled ${email} and ended all its sessions.`);
});
