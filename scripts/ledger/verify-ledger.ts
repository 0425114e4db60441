import { balances } from '../../src/ledger/ledger.queries.js';
import { LEDGER_FAULT_WORDS } from '../../src/ledger/ledger-faults.rules.js';
import { LEDGER_ACCOUNTS } from '../../src/ledger/ledger-terms.rules.js';
import { verifyLedger } from '../../src/ledger/verify-ledger.queries.js';
import { formatPounds } from '../../src/shared/money.js';
import { runCommand } from '../staff/command.js';

/** `npm run ledger:verify`: ends with 1 when the ledger and the payments do not agree. */
await runCommand(async ({ dataSource }) => {
  const startedAt = Date.now();
  const { payments, faults } = await verifyLedger(dataSource.manager);
  for (const { fault, about } of faults) {
    console.log(`FAULT ${about ?? 'ledger'}: ${LEDGER_FAULT_WORDS[fault]}`);
  }
  const balance = await balances(dataSource.manager);
  for (const account of LEDGER_ACCOUNTS) {
    console.log(`${account.padEnd(18)} ${signed(balance[account])}`);
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${payments} payments, ${faults.length} faults, ${seconds} s`);
  if (faults.length > 0) process.exitCode = 1;
});

function signed(pence: number): string {
  return pence < 0 ? `-${formatPounds(-pence)}` : formatPounds(pence);
}
