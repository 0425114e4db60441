import {
  type CaseConcerns,
  type ConflictGround,
  conflictGrounds,
  conflictSentence,
  type Interest,
  INTEREST_KINDS,
} from './conflict.rules.js';

const concerns = (differs: Partial<CaseConcerns> = {}): CaseConcerns => ({
  uprn: '100030000001',
  postcode: 'LE11 5ZZ',
  registration: 'LG09RVK',
  email: 'priya@example.com',
  mobile: '+447700900123',
  names: ['Priya Example', 'Kit Keeper'],
  ...differs,
});

const of = (declared: Partial<Interest>[], differs: Partial<CaseConcerns> = {}) =>
  conflictGrounds(
    {
      accountEmail: 'asha@council.example',
      declared: declared.map((one) => ({ kind: 'address', value: '', postcode: null, ...one })),
    },
    concerns(differs),
  );

describe('conflict of interest (R-COI-1)', () => {
  it.each([
    ['address', '100030000001', '100030000002'],
    ['registration', 'LG09RVK', 'LG08RVK'],
    ['email', 'Priya@Example.com', 'priya@example.org'],
    ['telephone', '+447700900123', '+447700900124'],
    ['person', 'Mrs Priya Example', 'Priya Exemplar'],
  ] as const)('is found by %s alone, and not by another one', (kind, same, other) => {
    expect(of([{ kind, value: same }])).toEqual([kind]);
    expect(of([{ kind, value: other }])).toEqual([]);
  });

  it('is found by the e-mail address of the staff account, whatever was declared', () => {
    const interests = { accountEmail: 'PRIYA@example.com', declared: [] };
    expect(conflictGrounds(interests, concerns())).toEqual(['account_email']);
    expect(conflictGrounds(interests, concerns({ email: null }))).toEqual([]);
  });

  it('is found by a look-alike of a declared registration', () => {
    expect(of([{ kind: 'registration', value: 'LGO9RVK' }])).toEqual(['registration']);
  });

  it('is found by the name of the keeper too', () => {
    expect(of([{ kind: 'person', value: 'Kit Keeper' }])).toEqual(['person']);
  });

  it('counts a person declared with a postcode at that postcode only', () => {
    const person = { kind: 'person', value: 'Priya Example' } as const;
    expect(of([{ ...person, postcode: 'LE11 5ZZ' }])).toEqual(['person']);
    expect(of([{ ...person, postcode: 'LE11 1AA' }])).toEqual([]);
  });

  it.each(INTEREST_KINDS)('never takes what is missing for %s', (kind) => {
    const nothing = { registration: null, email: null, mobile: null, names: [''], uprn: '1' };
    expect(of([{ kind, value: '' }], nothing)).toEqual([]);
  });

  it('compares a kind with nothing but its own', () => {
    const values = ['100030000001', 'LG09RVK', 'priya@example.com', '+447700900123'];
    const found = INTEREST_KINDS.flatMap((kind) =>
      values.map((value) => [kind, value, of([{ kind, value }]).length] as const),
    );
    expect(found.filter(([, , count]) => count > 0).map(([kind, value]) => [kind, value])).toEqual([
      ['address', '100030000001'],
      ['registration', 'LG09RVK'],
      ['email', 'priya@example.com'],
      ['telephone', '+447700900123'],
    ]);
  });

  it('names each ground once', () => {
    const both = [
      { kind: 'address', value: '100030000001' },
      { kind: 'address', value: '100030000001' },
      { kind: 'email', value: 'priya@example.com' },
    ] as const;
    expect(of([...both])).toEqual(['address', 'email']);
  });

  it('is said in one sentence', () => {
    const grounds: ConflictGround[] = ['address', 'registration', 'account_email'];
    expect(conflictSentence(grounds)).toBe(
      'You have an interest in this case: it names an address you declared, a registration you declared and the e-mail address of your staff account. Somebody else must decide it.',
    );
    expect(conflictSentence(['person'])).toContain('names a person you declared.');
  });
});
