/**
 * Tells the desk that a page of a case is open and used: at once, then each minute in which the
 * person did something on it. The holder's claim is renewed by that, and colleagues see who is
 * here. A page left alone says nothing, so its claim runs out.
 */
const everySeconds = 60;
const signsOfUse = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'input', 'focusin'];

export function startPresence(root) {
  const { sessionToken } = root.body.dataset;
  const [path] = /^\/applications\/[^/]+/.exec(window.location.pathname) ?? [];
  if (!sessionToken || !path) return;
  let isUsed = true;
  for (const sign of signsOfUse) {
    root.addEventListener(sign, () => (isUsed = true), { passive: true, capture: true });
  }

  async function beat() {
    if (!isUsed || root.hidden) return;
    isUsed = false;
    try {
      const body = new window.URLSearchParams({ _csrf: sessionToken });
      const { ok } = await fetch(`${path}/presence`, { method: 'POST', body, redirect: 'error' });
      if (ok) root.dispatchEvent(new window.CustomEvent('desk:session-used'));
    } catch {
      // The next minute tries again; forms say themselves when the session has ended.
    }
  }

  void beat();
  window.setInterval(beat, everySeconds * 1000);
}
