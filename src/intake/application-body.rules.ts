import { CONTACT_PREFERENCES } from '../applications/contact-preferences.rules.js';
import { KEEPER_KINDS, VEHICLE_CLASSES } from '../permit-types/permit-type.rules.js';
import { normaliseUprn, UPRN_REFUSAL_WORDS } from '../properties/uprn.rules.js';
import { parseReference, REFERENCE_REFUSAL_WORDS } from '../shared/case-reference.js';
import { EMAIL_REFUSAL_WORDS, normaliseEmail } from '../shared/email-address.js';
import { MOST_PENCE } from '../shared/money.js';
import { normaliseMobile, PHONE_REFUSAL_WORDS } from '../shared/phone-number.js';
import {
  type Draft,
  object,
  oneOf,
  optional,
  text,
  textAs,
  type ValueOf,
  wholeNumber,
} from './body-fields.rules.js';
import type { Fault } from './faults.rules.js';
import { localDateField, instantField } from './time-fields.rules.js';
import { checkVehicle } from './vehicle-body.rules.js';

/** Who helped an applicant who did not apply online alone. */
export const ASSISTED_CHANNELS = ['telephone', 'in_person', 'post', 'email'] as const;

const applicant = object(
  'The person who applies',
  {
    name: text({ label: 'Applicant’s name', max: 200, example: 'Priya Example' }),
    email: optional(
      textAs({
        label: 'Email address',
        max: 254,
        format: 'email',
        example: 'priya@example.com',
        read: (typed) => {
          const read = normaliseEmail(typed);
          if (read.ok) return { ok: true, value: read.email };
          return { ok: false, code: 'not_an_email', words: EMAIL_REFUSAL_WORDS[read.refusal] };
        },
      }),
    ),
    mobile: optional(
      textAs({
        label: 'Mobile number',
        description: 'A UK mobile number, however it is spaced',
        max: 30,
        example: '07700 900123',
        read: (typed) => {
          const read = normaliseMobile(typed);
          if (read.ok) return { ok: true, value: read.mobile };
          return { ok: false, code: 'not_a_mobile', words: PHONE_REFUSAL_WORDS[read.refusal] };
        },
      }),
    ),
    contactPreference: oneOf(CONTACT_PREFERENCES, {
      label: 'Contact preference',
      description: 'How letters go. `text` sends a short message besides the whole letter',
    }),
    assistedChannel: optional(
      oneOf(ASSISTED_CHANNELS, {
        label: 'Assisted channel',
        description: 'How staff helped with the application; null when nobody did',
      }),
    ),
  },
  checkContact,
);

interface ContactRead {
  email?: string | null;
  mobile?: string | null;
  contactPreference?: string;
}

function checkContact<D extends ContactRead>(draft: D, pointer: string, faults: Fault[]): D {
  const { contactPreference, email, mobile } = draft;
  if (contactPreference === 'email' && email === null) {
    const words = 'An email address is needed when letters go by email';
    faults.push({ pointer: `${pointer}/email`, code: 'needed_for_contact', words });
  }
  if (contactPreference === 'text' && mobile === null) {
    const words = 'A mobile number is needed when messages go by text';
    faults.push({ pointer: `${pointer}/mobile`, code: 'needed_for_contact', words });
  }
  return draft;
}

const vehicle = object(
  'The vehicle the permit is for',
  {
    registration: text({
      label: 'Registration number',
      description: 'As on the number plate; spaces and small letters do not matter',
      max: 30,
      example: 'AB12 CDE',
    }),
    registrationOverride: optional(
      text({
        label: 'Reason for an unusual registration',
        description:
          'Why a mark of no usual shape is right: diplomatic, foreign, trade or military. Officers see it',
        max: 500,
      }),
    ),
    class: optional(
      oneOf(VEHICLE_CLASSES.slice(0, 2), {
        label: 'Vehicle class',
        description: 'Left out: a motorcycle for a motorcycle permit, else a car',
      }),
    ),
    declaredMake: optional(text({ label: 'Make', max: 60, example: 'Ford' })),
    declaredColour: optional(text({ label: 'Colour', max: 40, example: 'Blue' })),
    keeperName: text({ label: 'Keeper’s name', max: 200, example: 'Priya Example' }),
    keeperKind: oneOf(KEEPER_KINDS, {
      label: 'Keeper kind',
      description: 'Who keeps the vehicle; it decides which papers are needed',
    }),
  },
  checkVehicle,
);

const payment = object('What was paid, as the payment service knows it', {
  providerPaymentId: textAs({
    label: 'Payment ID',
    description: 'The payment service’s own id of the payment',
    max: 40,
    pattern: '^[A-Za-z0-9_-]+$',
    example: 'hu20sqlact5260q2nanm0q8u93',
    read: (typed) =>
      /^[A-Za-z0-9_-]+$/.test(typed)
        ? { ok: true, value: typed }
        : {
            ok: false,
            code: 'unreadable_characters',
            words: 'Payment ID must only use letters A to Z, numbers, hyphens and underscores',
          },
  }),
  amountPence: wholeNumber({
    label: 'Amount in pence',
    description: 'In pence; it must be the price due',
    min: 1,
    max: MOST_PENCE,
    example: 5500,
  }),
});

const permitReference = textAs({
  label: 'Permit reference',
  description: 'The permit this application renews, or whose vehicle it asks to change',
  max: 30,
  example: 'PD-7KMX-4TPJ',
  read: (typed) => {
    const read = parseReference(typed);
    if (read.ok) return { ok: true, value: read.reference };
    return { ok: false, code: 'not_a_reference', words: REFERENCE_REFUSAL_WORDS[read.refusal] };
  },
});

const uprn = textAs({
  label: 'UPRN',
  description: 'Unique property reference number: 1 to 12 digits, as text',
  max: 20,
  example: '999000000001',
  read: (typed) => {
    const read = normaliseUprn(typed);
    if (read.ok) return { ok: true, value: read.uprn };
    return { ok: false, code: 'not_a_uprn', words: UPRN_REFUSAL_WORDS[read.refusal] };
  },
});

/** The whole body of an application: read, refused and documented from this one table. */
export const APPLICATION_BODY = object('An application for a permit', {
  clientReference: text({
    label: 'Client reference',
    description: 'Your own reference of this application. Sent again, it gives the same answer',
    max: 100,
    example: 'WEB-2026-000123',
  }),
  permitType: text({ label: 'Permit type', max: 40, example: 'resident' }),
  applicant,
  property: object('The property applied for', { uprn }),
  vehicle: optional(vehicle),
  startOn: localDateField({
    label: 'Start date',
    description: 'The first day asked for: today or later, London date',
    example: '2026-12-01',
  }),
  durationMonths: wholeNumber({
    label: 'Duration in months',
    description: 'A term the price list offers; 0 for a vehicle change request',
    min: 0,
    max: 120,
    example: 12,
  }),
  declarationAcceptedAt: instantField({
    label: 'Time the declaration was accepted',
    description: 'With its offset from UTC',
    example: '2026-11-20T09:10:00Z',
  }),
  payment: optional(payment),
  concernsPermit: optional(permitReference),
});

export type ApplicationBody = ValueOf<typeof APPLICATION_BODY>;
export type ApplicationDraft = Draft<ApplicationBody>;

export type ReadBody =
  | { ok: true; application: ApplicationBody; draft: ApplicationDraft }
  | { ok: false; draft: ApplicationDraft; faults: Fault[] };

/** Reads what was sent, with every fault that can be seen without the database or the clock. */
export function readApplicationBody(body: unknown): ReadBody {
  const faults: Fault[] = [];
  const draft = APPLICATION_BODY.read(body, '', faults) ?? {};
  if (faults.length > 0) return { ok: false, draft, faults };
  return { ok: true, application: draft as ApplicationBody, draft };
}
