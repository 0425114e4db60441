/**
 * Keeps on the server what is typed into a form about a case: when the person pauses, leaves a field
 * or leaves the page. Nothing is kept in the browser. The server drops what arrives after the form
 * itself was sent, so a late word does no harm.
 */
const pauseSeconds = 1.5;

export function startDrafts(root) {
  for (const form of root.querySelectorAll('form[data-draft]')) keepDraftOf(form);
}

function keepDraftOf(form) {
  const root = form.ownerDocument;
  const address = new URL(form.action).pathname;
  const [, path, posted] = /^(\/applications\/[^/]+)\/(.+)$/.exec(address) ?? [];
  if (!path) return;
  let timer = null;
  let isChanged = false;
  let isOver = false;
  let last = Promise.resolve();

  function soon() {
    if (isOver) return;
    isChanged = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, pauseSeconds * 1000);
  }

  /** One after the other, so that an older text never takes the place of a newer one. */
  function keep() {
    window.clearTimeout(timer);
    if (!isChanged || isOver) return;
    isChanged = false;
    last = last.then(send);
  }

  /** The page is being left: nobody waits for an answer. */
  function keepNow() {
    window.clearTimeout(timer);
    if (!isChanged || isOver) return;
    isChanged = false;
    void send();
  }

  async function send() {
    try {
      const response = await fetch(`${path}/drafts`, {
        method: 'POST',
        body: draftOf(form, posted),
        redirect: 'error',
        keepalive: true,
      });
      if (response.ok) said(form, `Draft kept at ${timeNow()}`);
      else refused(form, response.status);
      if (response.ok) root.dispatchEvent(new window.CustomEvent('desk:session-used'));
    } catch {
      isChanged = true;
    }
  }

  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('focusout', keep);
  root.addEventListener('visibilitychange', () => root.hidden && keepNow());
  window.addEventListener('pagehide', keepNow);
  root.addEventListener('submit', ({ target }) => {
    if (target === form || target.closest('.desk-draft')) isOver = true;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) isOver = false;
  });
}

function draftOf(form, posted) {
  const fields = new window.FormData(form);
  return new window.URLSearchParams({
    _csrf: fields.get('_csrf') ?? '',
    form: posted,
    formId: fields.get('formId') ?? '',
    version: fields.get('version') ?? '',
    content: new window.URLSearchParams(
      // A file is never part of a draft.
      [...fields].filter(([name, value]) => name !== '_csrf' && typeof value === 'string'),
    ).toString(),
  });
}

/** Shown, not announced: it changes with every pause. */
function said(form, words) {
  const line = lineOf(form);
  line.removeAttribute('role');
  line.textContent = words;
}

function refused(form, status) {
  const line = lineOf(form);
  line.setAttribute('role', 'alert');
  line.textContent =
    status === 401 || status === 403
      ? 'Your session has ended: what you type now is not kept. It stays on this page; press the button of the form to go on.'
      : 'What you typed could not be kept as a draft. It stays on this page.';
}

function lineOf(form) {
  const found = form.querySelector('[data-draft-line]');
  if (found) return found;
  const line = form.ownerDocument.createElement('p');
  line.className = 'govuk-hint desk-draft__line';
  line.dataset.draftLine = '';
  form.append(line);
  return line;
}

function timeNow() {
  const [time, half] = new Date()
    .toLocaleTimeString('en-GB', {
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
      timeZone: 'Europe/London',
    })
    .split(' ');
  return `${time}${half ?? ''}`;
}
