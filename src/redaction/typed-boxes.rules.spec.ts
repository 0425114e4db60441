import { readBoxes, type TypedBoxes } from './typed-boxes.rules.js';

const typed = (given: Partial<TypedBoxes>): TypedBoxes => ({
  top: {},
  bottom: {},
  left: {},
  right: {},
  ...given,
});
const fieldsAtFault = (given: Partial<TypedBoxes>) =>
  readBoxes(typed(given)).faults.map(({ field }) => field);

describe('the boxes that were typed', () => {
  it('are read in hundredths of the page, a line as a whole unless its sides are given', () => {
    expect(
      readBoxes(
        typed({
          top: { 1: '10', 3: ' 50.5 %' },
          bottom: { 1: '12.25', 3: '60' },
          left: { 3: '20' },
          right: { 3: '80' },
        }),
      ),
    ).toEqual({
      boxes: [
        { top: 10, bottom: 12.25, left: 0, right: 100 },
        { top: 50.5, bottom: 60, left: 20, right: 80 },
      ],
      faults: [],
    });
  });

  it('must be one at least', () => {
    expect(fieldsAtFault({})).toEqual(['top-1']);
  });

  it.each([
    [{ top: { 1: '10' } }, ['bottom-1']],
    [{ bottom: { 2: '10' } }, ['top-2']],
    [{ left: { 2: '10' } }, ['top-2', 'bottom-2']],
    [{ top: { 1: '20' }, bottom: { 1: '10' } }, ['bottom-1']],
    [{ top: { 1: '20' }, bottom: { 1: '20' } }, ['bottom-1']],
    [{ top: { 1: '0' }, bottom: { 1: '101' } }, ['bottom-1']],
    [{ top: { 1: '-1' }, bottom: { 1: '10' } }, ['top-1']],
    [{ top: { 1: '1e1' }, bottom: { 1: 'ten' } }, ['top-1', 'bottom-1']],
    [{ top: { 1: '1' }, bottom: { 1: '2' }, left: { 1: '60' }, right: { 1: '40' } }, ['right-1']],
  ])('with %j say what is wrong, each at its own field', (given, fields) => {
    expect(fieldsAtFault(given)).toEqual(fields);
  });
});
