/**
 * Loads the part of a page that says how far something is, again and again until it is over. Without
 * it the link "Load again" does the same.
 */
const everySeconds = 3;

export function followProgress(root) {
  const shown = root.querySelector('[data-progress]');
  if (!shown) return;

  async function loadAgain() {
    if (root.hidden) return;
    try {
      const answer = await fetch(shown.dataset.progress, { redirect: 'error' });
      if (!answer.ok) return stop();
      const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById(shown.id);
      if (!now) return stop();
      shown.replaceChildren(...now.childNodes);
      if (now.hasAttribute('data-progress')) return;
      shown.removeAttribute('data-progress');
      root.title = page.title;
      root.querySelector('h1').textContent = page.querySelector('h1').textContent;
      stop();
    } catch {
      // The next turn tries again.
    }
  }

  const turns = window.setInterval(loadAgain, everySeconds * 1000);
  const stop = () => window.clearInterval(turns);
}
