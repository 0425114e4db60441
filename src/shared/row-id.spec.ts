import { newId } from '../platform/database/new-id.js';
import { isRowId } from './row-id.js';

it('is an id that a row of ours could have', () => {
  expect(isRowId(newId())).toBe(true);
  expect(isRowId('0192f3b0-0000-4000-8000-0123456789ab')).toBe(true);
});

it.each([
  '',
  'x',
  '-'.repeat(36),
  '0192F3B0-0000-7000-8000-0123456789AB',
  '0192f3b0-0000-7000-8000-0123456789abc',
  ' 0192f3b0-0000-7000-8000-0123456789ab',
  '0192f3b0-0000-7000-8000-0123456789ab\n',
])('is not %j', (text) => {
  expect(isRowId(text)).toBe(false);
});
