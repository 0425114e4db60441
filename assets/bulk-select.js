/**
 * A button that ticks every case on the page, and how many are ticked in words. Without it the boxes
 * and the bar work by themselves.
 */
export function startBulkSelect(root) {
  const form = root.querySelector('form[data-bulk-on-page]');
  if (!form) return;
  const count = form.querySelector('[data-bulk-count]');
  const boxes = [...root.querySelectorAll('input[name=chosen][form=bulk]')];
  const { bulkInList } = form.dataset;
  const all = root.createElement('button');
  all.type = 'button';
  all.className = 'govuk-button govuk-button--secondary desk-bulk__all';
  count.after(all);

  function show() {
    const ticked = boxes.filter((box) => box.checked).length;
    count.textContent = `${ticked} on this page selected of ${bulkInList}`;
    all.textContent =
      ticked === boxes.length ? 'Select none' : `Select all ${boxes.length} on this page`;
  }

  all.addEventListener('click', () => {
    const tick = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = tick;
    show();
  });
  for (const box of boxes) box.addEventListener('change', show);
  // Coming back shows the boxes as they were left.
  window.addEventListener('pageshow', show);
  show();
}
