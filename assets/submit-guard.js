/**
 * Sends a form once. A second submit of the same page is dropped until the page is shown again;
 * the server refuses a stale version anyway, this only spares the officer the refusal.
 */
export function guardSubmits(root) {
  const sent = new WeakSet();
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (sent.has(form)) event.preventDefault();
    else sent.add(form);
  });
  // Coming back with the browser's Back button shows the page as it was left.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of root.forms) sent.delete(form);
  });
}
