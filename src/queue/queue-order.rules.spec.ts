import { placeText, QUEUE_SORTS, readPlace, SORT_VALUES } from './queue-order.rules.js';

const id = '0192f3b0-0000-7000-8000-0123456789ab';
const instant = '2026-11-20 10:42:00.123';

describe('a place in the queue', () => {
  it.each(QUEUE_SORTS)('is read back as it was written, in the order %s', (sort) => {
    const values = SORT_VALUES[sort].map((kind) => (kind === 'instant' ? instant : '       Z12'));
    const place = [...values, id];
    expect(readPlace(placeText(place), sort)).toEqual(place);
  });

  it.each([
    ['not a place', 'nonsense'],
    ['empty', ''],
    ['of another order', placeText([instant, id])],
    ['with words in it', placeText([instant, "x' OR 1=1", id])],
    ['with numbers', Buffer.from('[1,2,3]').toString('base64url')],
    ['an object', Buffer.from('{"0":"a"}').toString('base64url')],
  ])('is refused when %s', (_what, text) => {
    expect(readPlace(text, 'risk')).toBeNull();
  });
});
