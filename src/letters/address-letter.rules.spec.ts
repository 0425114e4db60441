import { addressLetter, contactOf, postalLinesOf } from './address-letter.rules.js';

const property = {
  address: 'Flat 2, 14 Invented Street',
  town: 'Loughborough',
  postcode: 'LE11 5ZZ',
};
const lines = ['Flat 2', '14 Invented Street', 'Loughborough', 'LE11 5ZZ'];

function contact(
  contactPreference: 'email' | 'text' | 'post',
  applicantEmail: string | null,
  applicantMobile: string | null = null,
) {
  const applicant = { applicantName: 'Ann Example', applicantEmail, applicantMobile };
  return contactOf({ ...applicant, contactPreference }, property);
}

describe('where a letter goes', () => {
  const byEmail = { channel: 'email', recipient: 'ann@example.com' };
  const byPost = { channel: 'post', recipient: ['Ann Example', ...lines].join('\n') };
  const byText = { channel: 'text', recipient: '07700900123' };

  it.each([
    ['e-mail', contact('email', 'ann@example.com', '07700900123'), [byEmail]],
    ['post without an e-mail (R-REN-2)', contact('email', null), [byPost]],
    ['post when asked for', contact('post', 'ann@example.com'), [byPost]],
    ['e-mail and text', contact('text', 'ann@example.com', '07700900123'), [byEmail, byText]],
    ['post and text', contact('text', null, '07700900123'), [byPost, byText]],
    ['e-mail when no mobile is known', contact('text', 'ann@example.com'), [byEmail]],
  ])('%s', (_, given, addressees) => {
    expect(addressLetter(given)).toEqual(addressees);
  });
});

it('an address becomes the lines of an envelope', () => {
  expect(postalLinesOf(property)).toEqual(lines);
  expect(postalLinesOf({ ...property, address: ' 1 Street, ' })).toEqual([
    '1 Street',
    'Loughborough',
    'LE11 5ZZ',
  ]);
});
