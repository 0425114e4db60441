import { PAPER_KIND_CODES, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { API_OPERATIONS, type ApiOperation } from './api-document.js';
import { PROBLEM_TYPES } from './api-problems.js';
import { APPLICATION_BODY } from './application-body.rules.js';
import type { JsonSchema } from './body-fields.rules.js';

export interface ApiDocsPage {
  title: string;
  documentHref: string;
  keyExample: string;
  operations: OperationShown[];
  fields: TableParams;
  kinds: TableParams;
  problems: { id: string; title: string; words: string }[];
}

interface OperationShown {
  id: string;
  summary: string;
  /** `POST /api/v1/applications`. */
  address: string;
  scope: string;
  description: string;
  request: { label: string; code: string };
  answers: TableParams;
  example: { heading: string; label: string; code: string };
}

/** The API as a page of ours, from the same table as its OpenAPI document. */
export function apiDocsPage(publicUrl: string): ApiDocsPage {
  return {
    title: 'API for applications',
    documentHref: '/api/docs/openapi.json',
    keyExample: 'Authorization: Bearer pd_…',
    operations: API_OPERATIONS.map((operation) => operationShown(operation, publicUrl)),
    fields: table({
      caption: 'Fields of an application',
      head: ['Field', 'Must be', 'Needed', 'What it is'],
      rows: fieldRows(APPLICATION_BODY.schema, ''),
      firstCellIsHeader: true,
      scrollRegion: 'Fields of an application',
    }),
    kinds: table({
      caption: 'Kinds of paper',
      head: ['Kind', 'What it is'],
      rows: PAPER_KIND_CODES.map((kind) => [kind, paperKindTerms(kind).label]),
      firstCellIsHeader: true,
      scrollRegion: 'Kinds of paper',
    }),
    problems: PROBLEMS,
  };
}

const PROBLEMS: ApiDocsPage['problems'] = [
  {
    id: idOf(PROBLEM_TYPES.faults),
    title: 'Something needs putting right',
    words:
      'Each fault has a JSON pointer, a code that stays the same, and words fit to be shown to the applicant. A mistyped registration comes with suggestions: offer them, do not choose for the applicant.',
  },
  {
    id: idOf(PROBLEM_TYPES.sentDifferently),
    title: 'Client reference used before',
    words:
      'Your client reference names one application for ever. What came first stays; send changed content under a new reference.',
  },
  {
    id: idOf(PROBLEM_TYPES.closed),
    title: 'Application is decided',
    words: 'Decisions are final. Further papers need a new application.',
  },
];

function idOf(type: string): string {
  return type.slice(type.indexOf('#') + 1);
}

function operationShown(operation: ApiOperation, publicUrl: string): OperationShown {
  const { id, method, path, summary, scope, description, answers } = operation;
  const good = method === 'get' ? '200' : '201';
  return {
    id,
    summary,
    address: `${method.toUpperCase()} ${path}`,
    scope,
    description: description.replaceAll('`', ''),
    request: { label: `Example request: ${summary}`, code: curlOf(operation, publicUrl) },
    answers: table({
      caption: 'Answers',
      head: ['Status', 'Means'],
      rows: Object.entries(answers).map(([code, { description: words }]) => [code, words]),
      firstCellIsHeader: true,
    }),
    example: {
      heading: `Answer ${good}`,
      label: `Example answer ${good}: ${summary}`,
      code: JSON.stringify(answers[good]?.example, null, 2),
    },
  };
}

function curlOf({ method, path, takes }: ApiOperation, publicUrl: string): string {
  const address = `${publicUrl}${path.replace('{reference}', 'PD-7KMX-4TPJ')}`;
  const lines = [`curl ${address}`, `-H 'Authorization: Bearer pd_…'`];
  if (takes['application/json']) lines.push(`-F 'application=<application.json'`);
  if (takes['multipart/form-data']) lines.push(`-F 'evidence[utility_bill]=@bill.pdf'`);
  if (method === 'post' && Object.keys(takes).length === 0) lines.push('-X POST');
  return lines.join(' \\\n  ');
}

type Properties = Record<string, JsonSchema>;

function fieldRows(schema: JsonSchema, prefix: string): string[][] {
  const required = schema['required'] as readonly string[];
  const properties = schema['properties'] as Properties;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const row = [
      path,
      typeWords(field),
      required.includes(name) ? 'Yes' : 'No',
      String(field['description'] ?? '').replaceAll('`', ''),
    ];
    return field['properties'] ? [row, ...fieldRows(field, `${path}.`)] : [row];
  });
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date, YYYY-MM-DD',
  'date-time': 'a time with its offset',
  email: 'an email address',
};

function typeWords(schema: JsonSchema): string {
  const choices = schema['enum'] as readonly (string | null)[] | undefined;
  if (choices) return choices.map((choice) => choice ?? 'null').join(', ');
  const types = [schema['type']].flat() as string[];
  const nullable = types.includes('null') ? ' or null' : '';
  if (types.includes('object')) return `an object${nullable}`;
  if (types.includes('integer')) {
    return `a whole number, ${String(schema['minimum'])} to ${String(schema['maximum'])}${nullable}`;
  }
  const format = FORMATS[String(schema['format'])];
  return `${format ?? `text, at most ${String(schema['maxLength'])} characters`}${nullable}`;
}
