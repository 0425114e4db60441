import type { RegisterFacts } from './register-facts.rules.js';
import { registerKind } from './vehicle-kind.rules.js';

const kind = (wheelplan: string | null, typeApproval: string | null) =>
  registerKind({ wheelplan, typeApproval } as RegisterFacts);

describe('registerKind (R-VES-3)', () => {
  it.each([
    ['2 AXLE RIGID BODY', 'M1', 'car'],
    ['2 AXLE RIGID BODY', 'N1', 'car'],
    ['2 AXLE RIGID BODY', null, 'car'],
    ['2 axle rigid body', 'm1', 'car'],
    [null, 'M1', 'car'],
    ['2 WHEEL', 'L3', 'motorcycle'],
    ['2 WHEEL', null, 'motorcycle'],
    ['2-wheel', 'L3e', 'motorcycle'],
    [null, 'L3', 'motorcycle'],
    ['3 WHEEL', 'L5', 'other'],
    ['3 WHEEL', null, 'other'],
    ['3 AXLE + 3 AXLE ARTIC', null, 'other'],
    ['3 AXLE RIGID BODY', 'N3', 'other'],
    ['2 AXLE RIGID BODY', 'N3', 'other'],
    ['2 AXLE RIGID BODY', 'M2', 'other'],
    ['2 AXLE RIGID BODY', 'L6', 'other'],
    ['CRAWLER', null, 'other'],
    [null, null, null],
  ])('%s, type %s: %s', (wheelplan, typeApproval, expected) => {
    expect(kind(wheelplan, typeApproval)).toBe(expected);
  });
});
