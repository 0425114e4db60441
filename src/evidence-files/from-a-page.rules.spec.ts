import { isFromAPage } from './from-a-page.rules.js';

describe('a request for a file', () => {
  it.each([
    ['page', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'image' }, true],
    ['page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }, true],
    ['page', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }, false],
    ['page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }, false],
    ['page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }, false],
    ['page', {}, true],
    ['original', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' }, true],
    ['original', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }, false],
    ['original', {}, true],
  ] as const)('of a %s that says %j', (purpose, headers, isTaken) => {
    expect(isFromAPage(purpose, headers)).toBe(isTaken);
  });
});
