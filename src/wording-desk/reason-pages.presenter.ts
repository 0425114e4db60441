import { inOrder, isOffered, readReasonTerms } from '../decisions/reason-catalogue.rules.js';
import type { ReasonTerms } from '../decisions/reason-terms.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { linkContent, tagContent } from '../platform/web/component-types.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import { inForceAt, subjectsInForce } from '../wording/wording-in-force.rules.js';
import { shownHistory, type ShownVersion } from './history.presenter.js';
import type { ReasonContent } from './read-reason.rules.js';
import type { AuthoredVersion } from './versions-with-authors.queries.js';

export const REASONS = '/administration/reasons';

interface StoredVersion {
  subject: string;
  version: number;
  inForceFrom: Date;
  content: object;
}

interface ReasonsPage {
  title: string;
  backLink: PlainLinkParams;
  add: ButtonParams | null;
  tables: TableParams[];
}

export function reasonsPage(
  versions: readonly StoredVersion[],
  { now, mayChange }: { now: Date; mayChange: boolean },
): ReasonsPage {
  const found = [...subjectsInForce(versions, 'reason:', now)].map(
    ([code, one]) => [code, readReasonTerms(one.content, one.version)] as const,
  );
  const reasons = inOrder(new Map(found));
  return {
    title: 'Reasons',
    backLink: backLink('/administration', 'Back to administration'),
    add: mayChange ? button({ text: 'Add a reason', href: `${REASONS}/new` }) : null,
    tables: [
      reasonTable(
        'About one paper',
        reasons.filter(([, { appliesTo }]) => appliesTo === 'paper'),
        now,
      ),
      reasonTable(
        'About the application',
        reasons.filter(([, { appliesTo }]) => appliesTo !== 'paper'),
        now,
      ),
    ],
  };
}

function reasonTable(
  caption: string,
  reasons: readonly (readonly [string, ReasonTerms])[],
  now: Date,
): TableParams {
  const on = londonDateOf(now);
  return table({
    caption,
    scrollRegion: caption,
    firstCellIsHeader: true,
    head: ['Reason', 'Papers', 'Version', 'In use'],
    rows: reasons.map(([code, terms]) => [
      linkContent(terms.label, `${REASONS}/${code}`),
      papersInWords(terms),
      String(terms.version),
      isOffered(terms, { on, permitTypeCode: null })
        ? retirementInWords(terms)
        : tagContent('Retired', 'grey'),
    ]),
  });
}

function papersInWords({ appliesTo, paperKinds }: ReasonContent): string {
  if (appliesTo === 'application') return 'No paper';
  if (paperKinds === null) return 'Every kind';
  const [only] = paperKinds;
  return paperKinds.length === 1 && only
    ? paperKindTerms(only).label
    : `${paperKinds.length} kinds`;
}

function retirementInWords({ retiredFromOn }: ReasonContent): string {
  return retiredFromOn === null ? 'Yes' : `Until ${formatDate(retiredFromOn)}`;
}

interface ReasonPage {
  title: string;
  backLink: PlainLinkParams;
  edit: ButtonParams | null;
  fields: { label: string; text: string }[];
  history: ShownVersion[];
}

export function reasonPage(
  code: string,
  versions: readonly AuthoredVersion[],
  { now, mayChange }: { now: Date; mayChange: boolean },
): ReasonPage {
  const inForce = inForceAt([...versions].reverse(), now);
  const shown = inForce ?? versions[0];
  const terms = shown && readReasonTerms(shown.content, shown.version);
  return {
    title: `Reason: ${terms?.label ?? code}`,
    backLink: backLink(REASONS, 'Back to reasons'),
    edit: mayChange ? button({ text: 'Change it', href: `${REASONS}/${code}/edit` }) : null,
    fields: Object.entries(terms ? reasonFields(terms) : {}).map(([label, text]) => ({
      label,
      text,
    })),
    history: shownHistory(
      versions.map((version) => ({
        ...version,
        fields: reasonFields(readReasonTerms(version.content, version.version)),
      })),
      inForce?.version ?? null,
      now,
    ),
  };
}

/** Every term by its label, for people. */
export function reasonFields(terms: ReasonContent): Record<string, string> {
  return {
    'Name for staff': terms.label,
    'What is wrong (sent)': terms.wording,
    'What to send next time (sent)': terms.bring,
    'Kinds of paper':
      terms.appliesTo === 'application'
        ? 'About the application'
        : (terms.paperKinds?.map((kind) => paperKindTerms(kind).label).join('\n') ?? 'Every kind'),
    'Permit types': terms.permitTypes?.join('\n') ?? 'All',
    Money: 'A rejection gives the money back',
    'Can ask for the paper again': terms.canAskAgain ? 'Yes' : 'No',
    'The officer writes the words': terms.needsWords ? 'Yes' : 'No',
    'Place in the list': String(terms.order),
    'Retired from': terms.retiredFromOn === null ? 'In use' : formatDate(terms.retiredFromOn),
  };
}

export function reasonInWords(content: object): string {
  return Object.entries(reasonFields(readReasonTerms(content, 0)))
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n');
}
