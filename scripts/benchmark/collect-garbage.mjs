// @ts-check
/**
 * Preloaded into the programs that `npm run bench` measures: at SIGUSR2 they let go of what nobody needs any more,
 * so that what is measured afterwards is kept, and not merely not yet collected.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => collect());
