// @ts-check
/** Known vulnerabilities of the packages that production runs: high and critical ones fail. */
import { runToEnd } from './private-servers/run-to-end.mjs';
import { dismissGuard } from './private-servers/guard.mjs';
import { PlainFault, runScript, say } from './private-servers/say.mjs';

await runScript(async () => {
  const { output } = await runToEnd('npm', ['audit', '--omit=dev', '--json']);
  dismissGuard();
  const report = parsed(output);
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) {
    say(
      `Nothing was audited: the registry could not be asked (${report?.message ?? 'no answer'}).`,
    );
    return 0;
  }
  const serious = counts.high + counts.critical;
  say(`${counts.total} known vulnerabilities, ${serious} of them high or critical.`);
  if (serious === 0) return 0;
  throw new PlainFault(seriousOnes(report.vulnerabilities).join('\n'));
});

/** npm may print warnings before the report. @param {string} output */
function parsed(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

/** @param {Record<string, { name: string, severity: string, range: string, via: (string | { title: string, url: string })[] }>} found */
function seriousOnes(found) {
  return Object.values(found)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity, range, via }) => {
      const reasons = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`));
      return `${severity}: ${name} ${range}: ${reasons.join('; ')}`;
    });
}
