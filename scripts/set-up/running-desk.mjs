// @ts-check
import { rmSync, writeFileSync } from 'node:fs';

/** Where a running `npm start` keeps its settings for the commands beside it; readable by its owner only. */
export const RUNNING_DESK = '.permit-desk/running-desk.json';

const SETTINGS =
  /^(NODE_ENV|TZ|PUBLIC_URL|FILES_URL|DATABASE_URL|REDIS_URL|UPLOADS_DIR|EVIDENCE_\w+|CLAMD_\w+|AUDIT_\w+|[A-Z]+_SECRET|PAY_\w+|NOTIFY_\w+|SANDBOX_URL)$/;

/** @param {NodeJS.ProcessEnv} settings */
export function noteRunningDesk(settings) {
  const kept = Object.fromEntries(Object.entries(settings).filter(([name]) => SETTINGS.test(name)));
  writeFileSync(RUNNING_DESK, JSON.stringify(kept), { mode: 0o600 });
}

export function forgetRunningDesk() {
  rmSync(RUNNING_DESK, { force: true });
}
