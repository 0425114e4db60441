/**
 * Two minutes before the session ends, says so once and offers to stay. Any request renews the
 * session, so the clock starts anew with every page, and with what the page itself sends while it
 * is used (drafts, the heartbeat); staying is one small request more.
 */
const warnBeforeSeconds = 120;

export function startSessionWarning(root) {
  const { sessionIdleSeconds, sessionExtendPath } = root.body.dataset;
  const idleSeconds = Number(sessionIdleSeconds);
  if (!sessionExtendPath || !(idleSeconds > warnBeforeSeconds)) return;
  const notice = buildNotice(root);
  let cameFrom = null;
  let timer = null;

  function wait() {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, (idleSeconds - warnBeforeSeconds) * 1000);
  }

  function show() {
    cameFrom = root.activeElement;
    const until = new Date(Date.now() + warnBeforeSeconds * 1000);
    const time = until.toLocaleTimeString('en-GB', {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'Europe/London',
    });
    notice.text.textContent = `You will be signed out at ${time}. What you have typed about a case is kept as a draft.`;
    notice.dialog.show();
    notice.stay.focus();
  }

  notice.stay.addEventListener('click', async () => {
    try {
      await useSession(sessionExtendPath);
      notice.dialog.close();
      cameFrom?.focus();
      wait();
    } catch {
      notice.text.textContent =
        'We could not keep you signed in. Copy what you have typed, then sign in again.';
    }
  });
  root.addEventListener('desk:session-used', () => {
    if (!notice.dialog.open) wait();
  });
  wait();
}

/** Loads a tiny image: our content policy lets a script load nothing else. Fails when signed out. */
function useSession(path) {
  return new Promise((resolve, reject) => {
    const image = new window.Image();
    image.onload = resolve;
    image.onerror = reject;
    image.src = `${path}?at=${Date.now()}`;
  });
}

function buildNotice(root) {
  const dialog = root.createElement('dialog');
  dialog.className = 'desk-session';
  dialog.setAttribute('aria-labelledby', 'session-title');
  dialog.setAttribute('aria-describedby', 'session-text');
  const title = root.createElement('h2');
  title.id = 'session-title';
  title.className = 'govuk-heading-m';
  title.textContent = 'Are you still there?';
  const text = root.createElement('p');
  text.id = 'session-text';
  text.className = 'govuk-body';
  const stay = root.createElement('button');
  stay.type = 'button';
  stay.className = 'govuk-button';
  stay.textContent = 'Stay signed in';
  dialog.append(title, text, stay);
  root.body.append(dialog);
  return { dialog, text, stay };
}
