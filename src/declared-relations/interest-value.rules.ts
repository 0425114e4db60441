import type { Interest, InterestKind } from '../conflicts-of-interest/conflict.rules.js';
import { normaliseUprn } from '../properties/uprn.rules.js';
import { EMAIL_REFUSAL_WORDS, normaliseEmail } from '../shared/email-address.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { normalisePhone, PHONE_REFUSAL_WORDS } from '../shared/phone-number.js';
import { normalisePostcode, POSTCODE_REFUSAL_WORDS } from '../shared/postcode.js';
import { normaliseRegistration } from '../shared/vehicle-registration.js';

interface Typed {
  value: string;
  postcode: string;
}

export interface InterestFault {
  field: 'value' | 'postcode';
  text: string;
}

type Read = Outcome<{ interest: Interest }, 'fault', { fault: InterestFault }>;

/** What was typed in the form in which it is kept and compared. */
export function readInterest(kind: InterestKind, typed: Typed): Read {
  return READERS[kind](typed);
}

const READERS: Readonly<Record<InterestKind, (typed: Typed) => Read>> = {
  address: ({ value }) => {
    const read = normaliseUprn(value);
    return read.ok ? kept('address', read.uprn) : fault('value', 'Choose the address');
  },
  registration: ({ value }) => {
    const read = normaliseRegistration(value);
    if (read.ok && read.registration.length >= 2 && read.registration.length <= 12) {
      return kept('registration', read.registration);
    }
    return fault('value', 'Enter a registration number as it is on the plate, letters A to Z');
  },
  email: ({ value }) => {
    const read = normaliseEmail(value);
    return read.ok ? kept('email', read.email) : fault('value', EMAIL_REFUSAL_WORDS[read.refusal]);
  },
  telephone: ({ value }) => {
    const read = normalisePhone(value);
    return read.ok
      ? kept('telephone', read.phone)
      : fault('value', PHONE_REFUSAL_WORDS[read.refusal]);
  },
  person: ({ value, postcode }) => {
    const name = value.trim().replace(/\s+/g, ' ');
    if (name === '') return fault('value', 'Enter the person’s name');
    if (!/\p{L}.*\s.*\p{L}/u.test(name)) return fault('value', 'Enter first name and last name');
    if (postcode.trim() === '') return kept('person', name);
    const read = normalisePostcode(postcode);
    return read.ok
      ? kept('person', name, read.postcode)
      : fault('postcode', POSTCODE_REFUSAL_WORDS[read.refusal]);
  },
};

function kept(kind: InterestKind, value: string, postcode: string | null = null): Read {
  return ok({ interest: { kind, value, postcode } });
}

function fault(field: InterestFault['field'], text: string): Read {
  return refuse('fault', { fault: { field, text } });
}
