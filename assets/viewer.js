/**
 * Turning, enlarging and leafing without loading the page. Every control is a link that does the
 * same by itself; here its effect is applied at once, and the place (paper, page, turn, size) is
 * written into the forms of the page, so that an error brings the officer back to it.
 */
const sizes = ['fit', '100', '150', '200', '300'];

export function startViewers(root) {
  for (const viewer of root.querySelectorAll('[data-module="desk-viewer"]')) startViewer(viewer);
}

function startViewer(viewer) {
  const image = viewer.querySelector('[data-viewer-image]');
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

  function apply() {
    image.dataset.rotation = String(place.rotation);
    image.dataset.zoom = place.zoom;
    viewer.dataset.viewerRotation = String(place.rotation);
    viewer.dataset.viewerZoom = place.zoom;
    const status = viewer.querySelector('[data-viewer-status]');
    if (status) status.textContent = describe(place);
    keepPlace(viewer, place);
  }

  viewer.addEventListener('click', (event) => {
    const control = event.target.closest('[data-viewer-action]');
    const action = control && act[control.dataset.viewerAction];
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    action();
    apply();
  });
}

function describe({ rotation, zoom }) {
  const turned = rotation === 0 ? 'upright' : `turned ${rotation} degrees`;
  return `${zoom === 'fit' ? 'Fitted to the window' : `${zoom} per cent`}, ${turned}`;
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
