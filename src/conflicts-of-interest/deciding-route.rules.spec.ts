import { isClosedByConflict } from './deciding-route.rules.js';

const route = (differs: Partial<Parameters<typeof isClosedByConflict>[0]> = {}) => ({
  method: 'POST',
  permission: 'see-case',
  reference: 'PD-2222-2222',
  isDespiteConflict: false,
  ...differs,
});

describe('which routes a conflict of interest closes (R-COI-1)', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s about a case, whatever it is for', (method) => {
    expect(isClosedByConflict(route({ method }))).toBe(true);
    expect(isClosedByConflict(route({ method, permission: 'a-new-one' }))).toBe(true);
  });

  it.each(['claim', 'review', 'decide', 'withdraw', 'second-look', 'open-review', 'settle-review'])(
    'opening a page to %s',
    (permission) => {
      expect(isClosedByConflict(route({ method: 'GET', permission }))).toBe(true);
    },
  );

  it.each(['see-case', 'see-evidence', 'write-note'])('not reading (%s)', (permission) => {
    expect(isClosedByConflict(route({ method: 'GET', permission }))).toBe(false);
    expect(isClosedByConflict(route({ method: 'HEAD', permission }))).toBe(false);
  });

  it('not what says so, what is about no case, and what is not for staff', () => {
    expect(isClosedByConflict(route({ isDespiteConflict: true }))).toBe(false);
    expect(isClosedByConflict(route({ reference: null }))).toBe(false);
    expect(isClosedByConflict(route({ permission: null }))).toBe(false);
  });
});
