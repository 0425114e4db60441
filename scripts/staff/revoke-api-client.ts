import { revokeApiClient } from '../../src/api-clients/api-clients.store.js';
import { readArguments, required, runCommand, Told } from './command.js';

const USAGE = 'npm run api-client:revoke -- NAME';

await runCommand(async ({ unitOfWork }) => {
  const { positionals } = readArguments({}, USAGE);
  const name = required(positionals.join(' ').trim(), 'NAME', USAGE);
  const isRevoked = await unitOfWork.run((tx) => revokeApiClient(tx, name, new Date()));
  if (!isRevoked) throw new Told('NAME: no client of this name has a key that works');
  console.log(`Revoked the key of ${name}. It is refused from now on.`);
});
