import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import type { KeeperKind } from '../permit-types/permit-type.rules.js';
import { linesContent } from '../platform/web/component-types.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { formatPhone } from '../shared/phone-number.js';
import { formatRegistration } from '../shared/vehicle-registration.js';

const KEEPER_WORDS: Readonly<Record<KeeperKind, string>> = {
  own: 'The applicant',
  company: 'A company',
  lease_hire: 'A lease or hire company',
  motability: 'Motability',
  courtesy: 'A garage (courtesy car)',
  just_bought: 'The applicant, who has just bought it',
};

const PREFERENCE_WORDS = {
  email: 'E-mail',
  text: 'E-mail and text message',
  post: 'Post',
} as const;

/** What the applicant declared, as he declared it. */
export function declaredDetails(file: CaseFile, mayCorrect: boolean): SummaryListParams {
  const { application, permitType } = file;
  const months = application.durationMonths;
  return summaryList({
    rows: [
      { key: 'Permit', value: permitType.name },
      { key: 'Starts', value: formatDate(application.startOn) },
      months > 0 ? { key: 'Lasts', value: countText(months, 'month') } : null,
      {
        key: 'Price',
        value: application.pricePence > 0 ? formatPounds(application.pricePence) : 'Free',
      },
      ...vehicleRows(file, mayCorrect),
      { key: 'Declared true', value: formatDateTime(application.declaredAt) },
      { key: 'Portal’s reference', value: application.clientReference },
    ],
  });
}

/** Who applied and how to reach him. */
export function applicantDetails(file: CaseFile): SummaryListParams {
  const { application, property } = file;
  const contact = contactOf(application, property);
  return summaryList({
    rows: [
      { key: 'Name', value: application.applicantName },
      { key: 'Address', value: linesContent([...contact.postalLines]) },
      { key: 'UPRN', value: property.uprn },
      { key: 'E-mail', value: contact.email ?? 'None given' },
      { key: 'Mobile', value: contact.mobile ? formatPhone(contact.mobile) : 'None given' },
      { key: 'Prefers', value: PREFERENCE_WORDS[contact.preference] },
      application.assistedChannel
        ? {
            key: 'Helped to apply',
            value: ASSISTED[application.assistedChannel] ?? application.assistedChannel,
          }
        : null,
    ],
  });
}

const ASSISTED: Readonly<Partial<Record<string, string>>> = {
  phone: 'By telephone',
  post: 'By post',
  in_person: 'In person',
};

function vehicleRows({ application }: CaseFile, mayCorrect: boolean) {
  if (application.registration === null) return [{ key: 'Vehicle', value: 'None' }];
  const correct = {
    text: 'Correct',
    href: `/applications/${application.reference}/vehicle`,
    hiddenText: 'the registration',
  };
  return [
    {
      key: 'Registration',
      value: formatRegistration(application.registration),
      actions: mayCorrect ? [correct] : null,
    },
    application.registrationOverride
      ? { key: 'Unusual registration', value: application.registrationOverride }
      : null,
    { key: 'Make and colour', value: makeAndColour(application) },
    { key: 'Keeper', value: application.keeperName ?? 'Not said' },
    {
      key: 'Kept by',
      value: application.keeperKind ? KEEPER_WORDS[application.keeperKind] : 'Not said',
    },
  ];
}

function makeAndColour({ declaredMake, declaredColour }: CaseFile['application']): string {
  return [declaredMake, declaredColour].filter(Boolean).join(', ') || 'Not said';
}
