/**
 * Boxes over a page, drawn with the mouse and shown while they are typed. The numbers in the form are
 * the truth: without this script they are typed, and the page that asks again shows the boxes.
 */
const sides = ['top', 'bottom', 'left', 'right'];
const svg = 'http://www.w3.org/2000/svg';
/** Less than this of the page, across or down, is a click and no box. */
const smallest = 0.4;

export function startRedaction(root) {
  const part = root.querySelector('[data-module="desk-redact"]');
  const sheet = part && part.querySelector('[data-redact-sheet]');
  const layer = part && part.querySelector('[data-redact-boxes]');
  if (!sheet || !layer) return;
  const boxes = [...part.querySelectorAll('[data-redact-box]')].map(boxOf);
  const status = part.querySelector('[data-redact-status]');
  const words = part.querySelector('[data-redact-drawing]');
  if (words) words.hidden = false;

  const show = () => draw(layer, boxes.map(({ read }) => read()).filter(Boolean));
  const say = (text) => {
    if (status) status.textContent = text;
  };
  for (const box of boxes) {
    box.clearing.hidden = false;
    box.clearing.addEventListener('click', () => {
      box.write({ top: '', bottom: '', left: '', right: '' });
      box.inputs.top.focus();
      say(`Box ${box.number} is cleared`);
      show();
    });
    for (const side of sides) box.inputs[side].addEventListener('input', show);
  }
  drawWithPointer(sheet, layer, {
    free: () => boxes.find(({ isEmpty }) => isEmpty()),
    done: (box, place) => {
      box.write(place);
      say(`Box ${box.number}: top ${place.top}, bottom ${place.bottom} per cent`);
      show();
    },
    full: () => say('All boxes are used: clear one, or black these out first'),
    show,
  });
  show();
}

function boxOf(element) {
  const inputs = {};
  for (const side of sides) inputs[side] = element.querySelector(`[data-redact-side="${side}"]`);
  const typed = (side, otherwise) => {
    const text = inputs[side].value.trim().replace(/\s*%$/, '');
    return text === '' ? otherwise : Number(text);
  };
  return {
    number: element.dataset.redactBox,
    inputs,
    clearing: element.querySelector('[data-redact-clear]'),
    isEmpty: () => sides.every((side) => inputs[side].value.trim() === ''),
    read() {
      const [top, bottom] = [typed('top', NaN), typed('bottom', NaN)];
      const [left, right] = [typed('left', 0), typed('right', 100)];
      const isBox = top >= 0 && bottom <= 100 && top < bottom;
      return isBox && left >= 0 && right <= 100 && left < right
        ? { top, bottom, left, right }
        : null;
    },
    write(place) {
      for (const side of sides) inputs[side].value = String(place[side]);
    },
  };
}

function drawWithPointer(sheet, layer, { free, done, full, show }) {
  let begun = null;
  const placeOf = (event) => {
    const area = sheet.getBoundingClientRect();
    const percent = (at, from, size) =>
      Math.round(Math.min(100, Math.max(0, ((at - from) / size) * 100)) * 10) / 10;
    return {
      across: percent(event.clientX, area.left, area.width),
      down: percent(event.clientY, area.top, area.height),
    };
  };
  const boxTo = (end) => ({
    top: Math.min(begun.down, end.down),
    bottom: Math.max(begun.down, end.down),
    left: Math.min(begun.across, end.across),
    right: Math.max(begun.across, end.across),
  });
  sheet.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    begun = placeOf(event);
  });
  sheet.addEventListener('pointermove', (event) => {
    if (!begun) return;
    show();
    layer.append(rectOf(boxTo(placeOf(event))));
  });
  sheet.addEventListener('pointerup', (event) => {
    if (!begun) return;
    const place = boxTo(placeOf(event));
    begun = null;
    const isBox = place.bottom - place.top >= smallest && place.right - place.left >= smallest;
    const box = isBox ? free() : null;
    if (box) done(box, place);
    else show();
    if (isBox && !box) full();
  });
  sheet.addEventListener('pointercancel', () => {
    begun = null;
    show();
  });
}

function draw(layer, places) {
  layer.replaceChildren(...places.map(rectOf));
}

function rectOf({ top, bottom, left, right }) {
  const rect = document.createElementNS(svg, 'rect');
  const size = { x: left, y: top, width: right - left, height: bottom - top };
  for (const [name, value] of Object.entries(size)) rect.setAttribute(name, String(value));
  return rect;
}
