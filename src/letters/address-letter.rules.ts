import type { LetterChannel } from './letter-kinds.rules.js';

/** How a resident can be reached, as the application says. */
export interface Contact {
  name: string;
  email: string | null;
  mobile: string | null;
  preference: 'email' | 'text' | 'post';
  /** The property's address, line by line, the postcode last. */
  postalLines: readonly string[];
}

export interface Addressee {
  channel: LetterChannel;
  /** An e-mail address, a mobile number, or postal lines separated by line feeds. */
  recipient: string;
}

/**
 * Where a letter goes. The whole letter goes by e-mail, or by post to who asked for post or has
 * no e-mail (R-REN-2); a text message goes besides to who prefers one, for it cannot say it all.
 */
export function addressLetter(contact: Contact): Addressee[] {
  const whole: Addressee =
    contact.email !== null && contact.preference !== 'post'
      ? { channel: 'email', recipient: contact.email }
      : { channel: 'post', recipient: [contact.name, ...contact.postalLines].join('\n') };
  if (contact.preference !== 'text' || contact.mobile === null) return [whole];
  return [whole, { channel: 'text', recipient: contact.mobile }];
}

/** The property's address as an envelope takes it, the postcode last. */
export function postalLinesOf(property: {
  address: string;
  town: string;
  postcode: string;
}): string[] {
  return [...property.address.split(/[,\n]/), property.town, property.postcode]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** How this applicant can be reached; `property` is the one applied for. */
export function contactOf(
  applicant: {
    applicantName: string;
    applicantEmail: string | null;
    applicantMobile: string | null;
    contactPreference: Contact['preference'];
  },
  property: { address: string; town: string; postcode: string } | null,
): Contact {
  return {
    name: applicant.applicantName,
    email: applicant.applicantEmail,
    mobile: applicant.applicantMobile,
    preference: applicant.contactPreference,
    postalLines: property === null ? [] : postalLinesOf(property),
  };
}
