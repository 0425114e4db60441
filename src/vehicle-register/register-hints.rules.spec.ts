import { localDate } from '../shared/local-date.js';
import type { RegisterFacts } from './register-facts.rules.js';
import type { KeeperPaper, RegisterQuestion } from './register-hint.rules.js';
import { registerHints } from './register-hints.rules.js';

const CLEAN: RegisterFacts = {
  make: 'FORD',
  colour: 'BLUE',
  wheelplan: '2 AXLE RIGID BODY',
  typeApproval: 'M1',
  taxStatus: 'Taxed',
  taxDueOn: localDate('2027-03-01'),
  motStatus: 'Valid',
  motExpiresOn: localDate('2027-02-01'),
  firstRegisteredMonth: '2019-03',
  lastV5cIssuedOn: localDate('2026-04-17'),
  markedForExport: false,
};

interface Change {
  facts?: Partial<RegisterFacts>;
  declared?: Partial<RegisterQuestion['declared']>;
  papers?: KeeperPaper[];
  otherPricePence?: number | null;
}

const v5c = (datedOn: string | null, position = 2): KeeperPaper => ({
  position,
  kind: 'v5c',
  datedOn: datedOn === null ? null : localDate(datedOn),
});
const slip = (datedOn: string): KeeperPaper => ({ ...v5c(datedOn), kind: 'new_keeper_slip' });

function ask({ facts, declared, papers, otherPricePence = 2750 }: Change = {}) {
  return registerHints({
    facts: { ...CLEAN, ...facts },
    declared: { make: 'Ford', colour: 'blue', vehicleClass: 'car', pricePence: 5500, ...declared },
    otherPricePence,
    papers: papers ?? [v5c('2026-04-17')],
    receivedOn: localDate('2026-11-17'),
    today: localDate('2026-11-20'),
  });
}
const codes = (change: Change = {}) => ask(change).map(({ code }) => code);
const words = (change: Change) => ask(change).map((hint) => hint.words);

it('says nothing when everything agrees', () => {
  expect(ask()).toEqual([]);
});

it('says nothing where the register says nothing', () => {
  const nothing = Object.fromEntries(Object.keys(CLEAN).map((name) => [name, null]));
  expect(ask({ facts: { ...nothing, markedForExport: false } })).toEqual([]);
});

it('says nothing of what was not declared', () => {
  expect(ask({ declared: { make: null, colour: '' } })).toEqual([]);
});

describe('the V5C’s date against the register’s last issue (R-VES-2)', () => {
  it('a day older: may have been replaced, with both dates', () => {
    expect(ask({ papers: [v5c('2026-04-16')] })).toEqual([
      {
        code: 'v5c_superseded',
        isQuiet: false,
        words:
          'The V5C in paper 2 was issued on 16 April 2026, but the register issued one on 17 April 2026: this one may have been replaced.',
      },
    ]);
  });

  it('the same day: nothing', () => {
    expect(codes({ papers: [v5c('2026-04-17')] })).toEqual([]);
  });

  it('a day newer: the date may be misread', () => {
    expect(codes({ papers: [v5c('2026-04-18')] })).toEqual(['v5c_after_register']);
  });

  it('is said of each paper by its number', () => {
    expect(words({ papers: [v5c('2020-01-01', 1), v5c('2021-01-01', 3)] })).toEqual([
      expect.stringContaining('in paper 1 was issued on 1 January 2020'),
      expect.stringContaining('in paper 3 was issued on 1 January 2021'),
    ]);
  });

  it('waits until an officer has marked the date', () => {
    expect(codes({ papers: [v5c(null)] })).toEqual([]);
  });

  it('tells a slip that has been followed by a V5C from one that has not', () => {
    expect(codes({ papers: [slip('2026-04-16')] })).toEqual(['slip_superseded']);
    const [waiting] = ask({ papers: [slip('2026-11-03')] });
    expect(waiting).toMatchObject({ code: 'slip_not_yet', isQuiet: true });
  });
});

describe('just bought', () => {
  const issued = (on: string, papers: KeeperPaper[] = []) =>
    ask({ facts: { lastV5cIssuedOn: localDate(on) }, papers });

  it.each([
    ['2026-09-17', null],
    ['2026-09-18', '60 days before the application came'],
    ['2026-11-16', '1 day before the application came'],
    ['2026-11-17', 'on the day the application came'],
    ['2026-11-19', 'after the application came'],
  ])('a V5C issued on %s', (on, when) => {
    const [hint, ...more] = issued(on);
    expect(more).toEqual([]);
    if (when === null) expect(hint).toBeUndefined();
    else expect(hint).toMatchObject({ code: 'just_bought', isQuiet: true });
    if (when !== null) expect(hint?.words).toContain(when);
  });

  it('is not said when a dated V5C or slip says more', () => {
    expect(issued('2026-11-10', [v5c('2026-11-10')])).toEqual([]);
  });
});

describe('make and colour', () => {
  it('differ, in the words of both', () => {
    expect(words({ facts: { make: 'LAND ROVER', colour: 'RED' } })).toEqual([
      'The make declared is Ford; the register says Land Rover.',
      'The colour declared is blue; the register says Red.',
    ]);
  });
});

describe('the price (R-VES-3)', () => {
  const motorcycle = { wheelplan: '2 WHEEL', typeApproval: 'L3' };

  it('a motorcycle at a car’s price, with the difference', () => {
    expect(words({ facts: motorcycle })).toEqual([
      'The register says 2 WHEEL, type L3, which is a motorcycle; the application is for a car. A motorcycle costs £27.50, £27.50 less than was paid.',
    ]);
  });

  it('a car at a motorcycle’s price, with the difference', () => {
    const declared = { vehicleClass: 'motorcycle', pricePence: 2750 } as const;
    expect(words({ declared, otherPricePence: 5500 })).toEqual([
      'The register says 2 AXLE RIGID BODY, type M1, which is a car or van; the application is for a motorcycle. A car costs £55, £27.50 more than was paid.',
    ]);
  });

  it.each([
    ['nothing was paid', { declared: { pricePence: 0 } }],
    ['the list has no one price', { otherPricePence: null }],
    ['both cost the same', { otherPricePence: 5500 }],
  ])('speaks of no difference when %s', (_when, change) => {
    const [hint] = ask({ facts: motorcycle, ...change });
    expect(hint?.code).toBe('other_price');
    expect(hint?.words).not.toContain('costs');
  });

  it('a vehicle that is neither', () => {
    expect(codes({ facts: { wheelplan: '3 WHEEL', typeApproval: null } })).toEqual(['other_kind']);
    const declared = { vehicleClass: 'motorcycle' } as const;
    expect(codes({ facts: { wheelplan: '3 WHEEL' }, declared })).toEqual(['other_kind']);
  });

  it('a motorcycle as declared, and a permit without a vehicle', () => {
    expect(codes({ facts: motorcycle, declared: { vehicleClass: 'motorcycle' } })).toEqual([]);
    expect(codes({ facts: motorcycle, declared: { vehicleClass: 'none' } })).toEqual([]);
  });
});

describe('tax and MOT, told in passing', () => {
  it.each([
    ['SORN', null, 'The vehicle is declared off the road (SORN).'],
    ['Untaxed', '2026-09-01', 'The vehicle is untaxed since 1 September 2026.'],
    ['Untaxed', null, 'The vehicle is untaxed.'],
    ['Untaxed', '2027-09-01', 'The vehicle is untaxed.'],
    ['Not Taxed for on Road Use', null, 'The register says of its tax: Not Taxed for on Road Use.'],
    ['Taxed', '2026-11-19', 'The vehicle’s tax ran out on 19 November 2026.'],
    ['Taxed', '2026-11-20', null],
    ['Taxed', null, null],
    [null, null, null],
  ])('%s, due %s', (taxStatus, due, expected) => {
    const taxDueOn = due === null ? null : localDate(due);
    const hints = ask({ facts: { taxStatus, taxDueOn } });
    expect(hints.map((hint) => hint.words)).toEqual(expected === null ? [] : [expected]);
    expect(hints.every(({ isQuiet }) => isQuiet)).toBe(true);
  });

  it.each([
    ['Valid', '2026-11-19', 'The MOT ran out on 19 November 2026.'],
    ['Not valid', '2026-11-19', 'The MOT ran out on 19 November 2026.'],
    ['Not valid', null, 'The vehicle has no valid MOT.'],
    ['Valid', '2026-11-20', null],
    ['No details held by DVLA', null, null],
    ['No results returned', null, null],
    [null, null, null],
  ])('MOT %s, until %s', (motStatus, until, expected) => {
    const motExpiresOn = until === null ? null : localDate(until);
    const hints = ask({ facts: { motStatus, motExpiresOn } });
    expect(hints.map((hint) => hint.words)).toEqual(expected === null ? [] : [expected]);
  });

  it('marked for export', () => {
    expect(ask({ facts: { markedForExport: true } })).toMatchObject([
      { code: 'for_export', isQuiet: true },
    ]);
  });
});

it('puts what weighs most first', () => {
  const facts = { make: 'FIAT', colour: 'RED', wheelplan: '2 WHEEL', taxStatus: 'SORN' };
  expect(codes({ facts, papers: [v5c('2020-01-01')] })).toEqual([
    'v5c_superseded',
    'other_make',
    'other_colour',
    'other_price',
    'not_taxed',
  ]);
});
