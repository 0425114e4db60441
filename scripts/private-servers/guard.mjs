// @ts-check
import { spawn } from 'node:child_process';

/**
 * A small shell process that outlives this one by design: when this process is gone, however it went, it ends the
 * children it was told of (SIGTERM, and SIGKILL for the whole group after 20 seconds). It works wherever there is a
 * POSIX shell; on Linux `setpriv --pdeathsig` is faster, but a SIGTERM that reaches mariadbd too early is lost.
 */
const script = `
trap '' INT TERM HUP
pids=
while read -r word pid; do
  case $word in
    add) pids="$pids $pid" ;;
    gone) left=; for p in $pids; do [ "$p" = "$pid" ] || left="$left $p"; done; pids=$left ;;
    end) exit 0 ;;
  esac
done
[ -n "$pids" ] || exit 0
kill -TERM $pids 2>/dev/null
n=0
while [ $n -lt 20 ]; do
  left=; for p in $pids; do kill -0 "$p" 2>/dev/null && left="$left $p"; done
  [ -n "$left" ] || break
  sleep 1; n=$((n+1))
done
for p in $pids; do kill -KILL -- "-$p" 2>/dev/null; done
exit 0
`;

/** @type {import('node:child_process').ChildProcess | null} */
let guard = null;

/** @param {number} pid the leader of its own process group */
export function guardAgainstOrphan(pid) {
  tell(`add ${pid}`);
}

/** @param {number} pid */
export function noLongerGuarded(pid) {
  if (guard) tell(`gone ${pid}`);
}

/** Call when every child has ended. */
export function dismissGuard() {
  if (!guard) return;
  guard.stdin?.end('end\n');
  guard = null;
}

/** @param {string} line */
function tell(line) {
  if (!guard) {
    guard = spawn('/bin/sh', ['-c', script], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
    });
    guard.stdin?.on('error', () => undefined);
    guard.on('error', () => undefined);
    guard.unref();
    /** @type {import('node:net').Socket | null} */ (guard.stdin)?.unref();
  }
  guard.stdin?.write(`${line}\n`);
}
