import { type CaseOfToday, otherPeopleNamed } from './other-people-named.rules.js';

const own: CaseOfToday = {
  reference: 'PD-2222-2223',
  applicantName: 'Priya Example',
  registration: 'AB12CDE',
};
const other: CaseOfToday = {
  reference: 'PD-2222-2224',
  applicantName: 'Tomás O’Example-Jones',
  registration: 'LG09RVK',
};
const found = (words: string, others = [other]) =>
  otherPeopleNamed([words], own, others).map(({ what }) => what);

describe('attack 059: another applicant in an officer’s own words', () => {
  it.each([
    ['Dear Tomás O’Example-Jones, your bill is too old.', ['name']],
    ['dear TOMÁS O EXAMPLE JONES', ['name']],
    ['The car LG09 RVK is not yours.', ['registration']],
    ['(lg-09-rvk)', ['registration']],
    ['Tomás O’Example-Jones drives LG09RVK', ['name', 'registration']],
    ['Tomás Example-Jones', []],
    ['LG09RVKS and XLG09RVK are other cars', []],
    ['Priya Example drives AB12 CDE', []],
    ['', []],
  ])('%j: %j', (words, expected) => expect(found(words)).toEqual(expected));

  it('says nothing of what the case shares, of short names and of no vehicle', () => {
    const shared = { ...other, applicantName: 'PRIYA  example', registration: 'AB12CDE' };
    expect(found('Priya Example AB12CDE', [shared])).toEqual([]);
    expect(found('May I ask', [{ ...other, applicantName: 'May I', registration: null }])).toEqual(
      [],
    );
  });

  it('takes a name made of a pattern’s signs for what it is', () => {
    const odd = { ...other, applicantName: '(a+)+$ [Example]', registration: '.*' };
    expect(found(`${'a'.repeat(50_000)}!`, [odd])).toEqual([]);
    expect(found('about (a+)+$ [Example].', [odd])).toEqual(['name']);
  });
});
