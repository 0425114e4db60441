import { randomUUID } from 'node:crypto';
import { API_SCOPES, isApiScope } from '../../src/api-clients/api-scopes.rules.js';
import { addApiClient } from '../../src/api-clients/api-clients.store.js';
import { isDuplicateKey } from '../../src/platform/database/conditional-write.js';
import { readArguments, required, runCommand, Told } from './command.js';

const USAGE = `npm run api-client:create -- NAME --scopes ${API_SCOPES.join(',')}`;

await runCommand(async ({ unitOfWork }) => {
  const { values, positionals } = readArguments(
    { scopes: { type: 'string', multiple: true } },
    USAGE,
  );
  const name = required(positionals.join(' ').trim(), 'NAME', USAGE);
  if (name.length > 80) throw new Told('NAME: must have at most 80 characters');
  const scopes = [...new Set((values.scopes ?? []).flatMap((given) => given.split(/[\s,]+/)))];
  const unknown = scopes.filter((scope) => !isApiScope(scope));
  if (scopes.length === 0 || unknown.length > 0) {
    throw new Told(`--scopes: must be some of ${API_SCOPES.join(', ')}\nUsage: ${USAGE}`);
  }
  try {
    const client = { id: randomUUID(), name, scopes: scopes.filter(isApiScope) };
    const key = await unitOfWork.run((tx) => addApiClient(tx, client, new Date()));
    console.log(`Created the API client ${name}.\nKey, shown only now: ${key}`);
  } catch (error) {
    if (isDuplicateKey(error)) throw new Told('NAME: another client had this name already');
    throw error;
  }
});
