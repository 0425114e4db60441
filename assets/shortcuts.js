/**
 * Single keys, for those who switched them on: each presses or goes to a control of the page, so
 * there is nothing that only a key can do, and none sends a decision. Never while somebody types,
 * in a box or with a modifier, or while a dialog is open.
 */
const patienceMs = 1500;
const repeatable = new Set(['next_page', 'previous_page', 'larger', 'smaller']);

const press = (selector) => (root) => seen(root, selector)?.click();
const rowOf = (number) => (root) => goTo(rowsOf(root)[number - 1]);

const acts = {
  next_page: press('[data-viewer-leaf][rel="next"]'),
  previous_page: press('[data-viewer-leaf][rel="prev"]'),
  larger: press('[data-viewer-action="zoom-in"]'),
  smaller: press('[data-viewer-action="zoom-out"]'),
  fit: press('[data-viewer-action="fit"]'),
  turn: press('[data-viewer-action="rotate-right"]'),
  approve: press('main a[href$="/approval/new"]'),
  reject: press('main a[href$="/rejection/new"]'),
  next_case: press('main form[action="/my-work/next"] button'),
  go_queue: press('nav a[href="/queue"]'),
  go_search: press('a[href="/searches/new"]'),
  search_box: (root) => goTo(seen(root, 'main input[type="search"], header input[type="search"]')),
  fill_in: (root) => goTo(nextToFillIn(root)),
  help: openHelp,
  row_1: rowOf(1),
  row_2: rowOf(2),
  row_3: rowOf(3),
  row_4: rowOf(4),
  row_5: rowOf(5),
  row_6: rowOf(6),
};

export function startShortcuts(root) {
  const { shortcuts } = root.body.dataset;
  if (!shortcuts) return;
  const keys = JSON.parse(shortcuts);
  let goUntil = 0;

  root.querySelector('[data-shortcuts-open]')?.addEventListener('click', (event) => {
    event.preventDefault();
    openHelp(root);
  });

  root.addEventListener('keydown', (event) => {
    if (!isForUs(root, event)) return;
    if (event.key === 'Escape') {
      goUntil = 0;
      return leavePaper(root);
    }
    const isGoing = Date.now() < goUntil;
    goUntil = 0;
    const action = (isGoing ? keys.after_go : keys.alone)[event.key.toLowerCase()];
    if (!action || (event.repeat && !repeatable.has(action))) return;
    event.preventDefault();
    if (action === 'go') goUntil = Date.now() + patienceMs;
    else acts[action]?.(root);
  });
}

function isForUs(root, event) {
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  // A sign may need Shift to be typed at all; a letter does not.
  if (event.shiftKey && key.toLowerCase() !== key.toUpperCase()) return false;
  if (target.closest?.('input, select, textarea, [contenteditable]')) return false;
  return root.querySelector('dialog[open]') === null;
}

/** The first that can be seen. */
function seen(root, selector) {
  return [...root.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
}

function goTo(element) {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}

/** Beside a paper its facts; on a case what must be proved. A row without a link is gone to itself. */
function rowsOf(root) {
  const facts = [...root.querySelectorAll('#facts .desk-mark')];
  if (facts.length > 0) {
    return facts.map((fact) => fact.querySelector('input:checked') ?? fact.querySelector('input'));
  }
  const rows = [...root.querySelectorAll('[aria-labelledby="needs"] .govuk-task-list__item')];
  return rows.map((row) => row.querySelector('a') ?? row);
}

/** The first empty box of what must be read off the paper; else the button that leads on. */
function nextToFillIn(root) {
  const wanted = 'main .desk-mark input[type="text"]:not([data-may-be-empty])';
  const boxes = [...root.querySelectorAll(wanted)];
  const empty = boxes.find((box) => box.value === '' && box.getClientRects().length > 0);
  return empty ?? seen(root, 'main [data-main-button]') ?? seen(root, mainButton);
}

const mainButton = 'main .govuk-button:not(.govuk-button--secondary, .govuk-button--warning)';

function leavePaper(root) {
  const facts = root.querySelector('#facts');
  if (facts && root.querySelector('[data-module="desk-viewer"]')) goTo(facts);
}

/** A real dialog: the browser keeps the focus in it, and Escape closes it. */
function openHelp(root) {
  const help = root.getElementById('shortcuts');
  if (!help || help.open) return;
  const cameFrom = root.activeElement;
  help.addEventListener('close', () => cameFrom?.focus?.(), { once: true });
  help.showModal();
}
