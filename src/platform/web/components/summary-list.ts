import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
  link,
  type LinkParams,
} from '../component-types.js';

/** The facts of one thing, each with what may be done about it. */

export interface ActionInput {
  text: string;
  href: string;
  /** What is changed, for those who listen: "Change" + " start date". */
  hiddenText?: string | null;
  classes?: string;
  attributes?: AttributesInput;
}

export interface SummaryPart {
  content: ContentInput;
  classes?: string;
}

export interface SummaryRowInput {
  key: ContentInput | SummaryPart;
  value: ContentInput | SummaryPart;
  actions?: ActionInput[] | null;
  actionsClasses?: string;
  classes?: string;
}

export interface SummaryCardInput {
  title: string | null;
  headingLevel?: number;
  titleClasses?: string;
  actions?: ActionInput[];
  actionsClasses?: string;
  classes?: string;
  attributes?: AttributesInput;
}

export interface SummaryListInput {
  rows: (SummaryRowInput | null)[];
  card?: SummaryCardInput | null;
  classes?: string;
  attributes?: AttributesInput;
}

export interface ActionsParams {
  classes: string;
  only: LinkParams | null;
  several: LinkParams[] | null;
}

export interface SummaryListParams {
  classes: string;
  attributes: Attribute[];
  card: {
    title: string | null;
    headingLevel: number;
    titleClasses: string;
    classes: string;
    attributes: Attribute[];
    actions: ActionsParams;
  } | null;
  rows: {
    classes: string;
    key: { content: Content; classes: string };
    value: { content: Content; classes: string };
    actions: ActionsParams | null;
  }[];
}

export function summaryList(from: SummaryListInput): SummaryListParams {
  const rows = from.rows.filter((row) => row !== null);
  const anyActions = rows.some((row) => (row.actions ?? []).length > 0);
  const cardTitle = from.card?.title ?? null;
  return {
    classes: classNames('govuk-summary-list', from.classes),
    attributes: attributes(from.attributes),
    card: from.card ? card(from.card) : null,
    rows: rows.map((row) => ({
      classes: classNames(
        'govuk-summary-list__row',
        anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
        row.classes,
      ),
      key: part(row.key, 'govuk-summary-list__key'),
      value: part(row.value, 'govuk-summary-list__value'),
      actions:
        (row.actions ?? []).length === 0
          ? null
          : actions(row.actions ?? [], cardTitle, {
              classes: classNames('govuk-summary-list__actions', row.actionsClasses),
            }),
    })),
  };
}

function card(from: SummaryCardInput): SummaryListParams['card'] {
  return {
    title: from.title,
    headingLevel: from.headingLevel ?? 2,
    titleClasses: classNames('govuk-summary-card__title', from.titleClasses),
    classes: classNames('govuk-summary-card', from.classes),
    attributes: attributes(from.attributes),
    actions: actions(from.actions ?? [], from.title, {
      classes: classNames('govuk-summary-card__actions', from.actionsClasses),
    }),
  };
}

function part(
  input: ContentInput | SummaryPart,
  block: string,
): SummaryListParams['rows'][0]['key'] {
  const given = typeof input === 'object' && 'content' in input ? input : { content: input };
  return {
    content: content(given.content),
    classes: classNames(block, 'classes' in given && given.classes),
  };
}

function actions(
  list: ActionInput[],
  cardTitle: string | null,
  { classes }: { classes: string },
): ActionsParams {
  const links = list.map((action) =>
    link(action.text, action.href, {
      hiddenText: classNames(action.hiddenText, cardTitle && `(${cardTitle})`) || null,
      classes: action.classes,
      attributes: action.attributes,
    }),
  );
  return {
    classes,
    only: links.length === 1 ? (links[0] ?? null) : null,
    several: links.length > 1 ? links : null,
  };
}
