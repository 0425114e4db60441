/**
 * Turning, enlarging and leafing without loading the page. Every control does the same by itself: a
 * link, or beside a form a button that sends the form along. Here its effect is applied at once, and
 * the place (paper, page, turn, size) is written into the forms of the page, so that an error brings
 * the officer back to it.
 */
const sizes = ['fit', '100', '150', '200', '300'];

export function startViewers(root) {
  for (const viewer of root.querySelectorAll('[data-module="desk-viewer"]')) startViewer(viewer);
}

function startViewer(viewer) {
  for (const button of viewer.querySelectorAll('button[name="look"]')) asLink(button);
  let image = viewer.querySelector('[data-viewer-image]');
  const stage = viewer.querySelector('[data-viewer-stage]');
  if (!image || !stage) return;
  const place = {
    rotation: Number(viewer.dataset.viewerRotation) || 0,
    zoom: sizes.includes(viewer.dataset.viewerZoom) ? viewer.dataset.viewerZoom : 'fit',
  };
  const act = {
    'rotate-left': () => turn(-90),
    'rotate-right': () => turn(90),
    'zoom-in': () => size(1),
    'zoom-out': () => size(-1),
    fit: () => {
      place.zoom = 'fit';
    },
  };

  function turn(degrees) {
    place.rotation = (place.rotation + degrees + 360) % 360;
  }

  function size(step) {
    const next = sizes.indexOf(place.zoom) + step;
    place.zoom = sizes[Math.min(sizes.length - 1, Math.max(0, next))];
  }

  function apply(shown = image) {
    image = shown;
    image.dataset.rotation = String(place.rotation);
    image.dataset.zoom = place.zoom;
    viewer.dataset.viewerRotation = String(place.rotation);
    viewer.dataset.viewerZoom = place.zoom;
    const status = viewer.querySelector('[data-viewer-status]');
    if (status) status.textContent = describe(place);
    keepPlace(viewer, place);
  }

  startLeafing(viewer, image, place, apply);

  viewer.addEventListener('click', (event) => {
    const control = event.target.closest('[data-viewer-action]');
    const action = control && act[control.dataset.viewerAction];
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    action();
    apply();
  });
}

/** With this script nothing of the form is lost, so the button need not send it. */
function asLink(button) {
  const link = document.createElement('a');
  link.href = button.value;
  link.className = button.className;
  link.textContent = button.textContent;
  const { viewerRel, viewerAction } = button.dataset;
  if (viewerRel) link.rel = viewerRel;
  if (viewerAction) link.dataset.viewerAction = viewerAction;
  else link.dataset.viewerLeaf = '';
  button.replaceWith(link);
}

function describe({ rotation, zoom }) {
  const turned = rotation === 0 ? 'upright' : `turned ${rotation} degrees`;
  return `${zoom === 'fit' ? 'Fitted to the window' : `${zoom} per cent`}, ${turned}`;
}

/**
 * Leafing in place. The picture of the next page is fetched beforehand and kept by this page alone:
 * the host of files lets no browser keep one. Each address gives a fresh link, however old the page.
 */
function startLeafing(viewer, image, place, apply) {
  const { viewerImages: path, viewerCount, viewerAltStart, viewerAltEnd } = image.dataset;
  const count = Number(viewerCount);
  const ready = new Map();
  let shown = Number(image.dataset.viewerPage);
  if (!path || !(count >= 1)) return;

  const fetchBefore = (number) => {
    if (number > count || number === shown || ready.has(number)) return;
    const picture = document.createElement('img');
    picture.addEventListener('error', () => ready.delete(number));
    picture.src = `${path}/${number}`;
    ready.set(number, picture);
  };

  /** The element itself changes places with the one that has the picture. */
  function show(number) {
    const next = ready.get(number) ?? document.createElement('img');
    if (!next.src) next.src = `${path}/${number}`;
    for (const { name, value } of [...image.attributes]) {
      if (name !== 'src') next.setAttribute(name, value);
    }
    next.alt = `${viewerAltStart}page ${number} of ${count}${viewerAltEnd}`;
    next.dataset.viewerPage = String(number);
    image.replaceWith(next);
    ready.set(shown, image).delete(number);
    image = next;
    shown = number;
    place.rotation = 0;
    apply(image);
    noteProblems(viewer, image);
    keepPage(viewer, { number, count, alt: image.alt });
    fetchBefore(number + 1);
  }

  viewer.addEventListener('click', (event) => {
    const leaf = event.target.closest('[data-viewer-leaf]');
    if (!leaf || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const number = shown + (leaf.rel === 'next' ? 1 : -1);
    if (number < 1 || number > count) return;
    event.preventDefault();
    show(number);
  });
  noteProblems(viewer, image);
  if (image.complete) fetchBefore(shown + 1);
  else image.addEventListener('load', () => fetchBefore(shown + 1), { once: true });
}

/** A picture that does not come is said so, with the way to ask for it again. */
function noteProblems(viewer, image) {
  const problem = viewer.querySelector('[data-viewer-problem]');
  if (!problem) return;
  problem.hidden = true;
  const say = () => {
    problem.querySelector('a').href = window.location.href;
    problem.hidden = false;
  };
  image.addEventListener('error', say, { once: true });
  if (image.complete && image.naturalWidth === 0) say();
}

/** Which page it is, in words, in the links and in the forms beside it. */
function keepPage(viewer, { number, count, alt }) {
  const words = viewer.querySelector('[data-viewer-number]');
  words.textContent = `Page ${number} of ${count}`;
  const status = viewer.querySelector('[data-viewer-status]');
  if (status) status.textContent = alt;
  const stage = viewer.querySelector('[data-viewer-stage]');
  const label = viewer.getAttribute('aria-label');
  stage.setAttribute('aria-label', `${label}, page ${number} of ${count}`);
  stage.scrollTo(0, 0);
  keepLeaves(words, { number, count });
  for (const field of viewer.ownerDocument.querySelectorAll('[data-viewer-field="page"]')) {
    field.value = String(number);
  }
  for (const link of viewer.querySelectorAll('[data-viewer-page-link], [data-viewer-action]')) {
    link.href = withPage(link.href, number);
  }
  window.history.replaceState(window.history.state, '', withPage(window.location.href, number));
}

function withPage(address, number) {
  const target = new URL(address);
  target.searchParams.set('page', String(number));
  return target.href;
}

/** "Previous page" and "Next page" where there are such pages; the focus stays on one of them. */
function keepLeaves(words, { number, count }) {
  const row = words.parentElement;
  const hadFocus = row.contains(document.activeElement);
  const [earlier, later] = [
    leafTo(row, 'prev', 'Previous page', number - 1),
    leafTo(row, 'next', 'Next page', number + 1),
  ];
  if (number > 1) words.before(earlier);
  else earlier.remove();
  if (number < count) words.after(later);
  else later.remove();
  if (hadFocus && !row.contains(document.activeElement)) {
    (number < count ? later : earlier).focus();
  }
}

function leafTo(row, rel, text, number) {
  const found = row.querySelector(`[rel="${rel}"]`);
  const link = found ?? document.createElement('a');
  link.href = withPage(found ? found.href : window.location.href, number);
  link.className = 'desk-viewer__control';
  link.rel = rel;
  link.dataset.viewerLeaf = '';
  link.textContent = text;
  return link;
}

/** Fields named viewerRotation and viewerZoom, and links to other pages of the paper, follow. */
function keepPlace(viewer, { rotation, zoom }) {
  for (const field of viewer.ownerDocument.querySelectorAll('[data-viewer-field]')) {
    if (field.dataset.viewerField === 'rotation') field.value = String(rotation);
    if (field.dataset.viewerField === 'zoom') field.value = zoom;
  }
  for (const link of viewer.querySelectorAll('[data-viewer-leaf]')) {
    const target = new URL(link.href);
    target.searchParams.set('zoom', zoom);
    link.href = target.href;
  }
  const here = new URL(window.location.href);
  here.searchParams.set('rotate', String(rotation));
  here.searchParams.set('zoom', zoom);
  window.history.replaceState(window.history.state, '', here);
}
