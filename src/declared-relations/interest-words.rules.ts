import type { InterestKind } from '../conflicts-of-interest/conflict.rules.js';
import { formatPhone } from '../shared/phone-number.js';
import { formatRegistration } from '../shared/vehicle-registration.js';

interface KindWords {
  /** As a column says it. */
  label: string;
  /** As a link says it. */
  add: string;
  /** As the page asks for it. */
  field: string;
  hint: string | null;
}

export const INTEREST_WORDS: Readonly<Record<InterestKind, KindWords>> = {
  address: {
    label: 'Address',
    add: 'Add an address',
    field: 'Postcode',
    hint: 'For example your home, a home you let, or the home of somebody close to you.',
  },
  registration: {
    label: 'Vehicle',
    add: 'Add a vehicle',
    field: 'Registration number',
    hint: 'As it is on the plate.',
  },
  email: { label: 'E-mail', add: 'Add an e-mail address', field: 'E-mail address', hint: null },
  telephone: {
    label: 'Telephone',
    add: 'Add a telephone number',
    field: 'Telephone number',
    hint: null,
  },
  person: {
    label: 'Person',
    add: 'Add a person',
    field: 'First and last name',
    hint: 'Somebody whose case you should not decide: family, a close friend, a business partner.',
  },
};

/** As people read it. */
export function interestValue(interest: {
  kind: InterestKind;
  value: string;
  postcode: string | null;
  address: string | null;
}): string {
  const { kind, value, postcode, address } = interest;
  switch (kind) {
    case 'address':
      return address ?? `UPRN ${value}`;
    case 'registration':
      return formatRegistration(value);
    case 'telephone':
      return formatPhone(value);
    case 'email':
      return value;
    case 'person':
      return postcode === null ? value : `${value} at ${postcode}`;
  }
}
