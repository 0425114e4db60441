import type { ApiScope } from '../api-clients/api-scopes.rules.js';
import { PAPER_KIND_CODES } from '../permit-types/paper-kinds.rules.js';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { API_EXAMPLES } from './api-examples.js';
import { API_SCHEMAS, schemaRef } from './api-schemas.js';
import type { JsonSchema } from './body-fields.rules.js';
import { ARRIVALS_A_MINUTE, UPLOADS_A_MINUTE } from './upload-rate.js';

const MEGABYTE = 1024 * 1024;

export interface ApiResponse {
  description: string;
  schema: keyof typeof API_SCHEMAS;
  example: unknown;
}

export interface ApiOperation {
  id: string;
  method: 'get' | 'post';
  path: string;
  scope: ApiScope;
  summary: string;
  description: string;
  /** What may be sent; empty for a GET. */
  takes: Record<string, { schema: JsonSchema; example?: unknown }>;
  answers: Record<string, ApiResponse>;
}

const files: JsonSchema = {
  type: 'string',
  contentMediaType: 'application/octet-stream',
  description: `JPEG, PNG, HEIC or PDF, at most ${FILE_LIMITS.maxBytesPerFile / MEGABYTE} MB. The part may be repeated.`,
};
const fileParts = { [`^evidence\\[(${PAPER_KIND_CODES.join('|')})\\]$`]: files };
const filesTogether = `At most ${FILE_LIMITS.maxFilesPerRequest} files and ${FILE_LIMITS.maxBytesPerRequest / MEGABYTE} MB in one request.`;

const problem = (description: string, title: string, status: number): ApiResponse => ({
  description,
  schema: 'Problem',
  example: { type: 'about:blank', title, status, reference: 'K3J4M9QX' },
});

const ALWAYS: Record<string, ApiResponse> = {
  '401': problem('No API key, a wrong one or a revoked one', 'An API key is needed', 401),
  '403': problem(
    'The key lacks the scope',
    'The API key does not have the scope applications:read',
    403,
  ),
};
const UNREADABLE: Record<string, ApiResponse> = {
  '400': problem('The request cannot be read', 'We could not read that request', 400),
  '413': problem('A file or the whole is too large', 'The files cannot be taken', 413),
  '415': problem(
    'Neither JSON nor multipart/form-data',
    'We cannot take that kind of content',
    415,
  ),
  '503': problem(
    'Too busy, or the commit was not confirmed: send the very same again',
    'Too many files at the moment',
    503,
  ),
};
const tooMany = (limit: string): ApiResponse =>
  problem(`${limit} The header Retry-After says how many seconds to wait`, 'Too many files', 429);
const UNKNOWN = problem('Unknown, or another client’s', 'Page not found', 404);
const FAULTS: ApiResponse = {
  description: 'Nothing was kept. Every fault is told at once',
  schema: 'Faults',
  example: API_EXAMPLES.faults,
};

/** What the API can do: the table behind the document, its page and their tests. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    id: 'receiveApplication',
    method: 'post',
    path: '/api/v1/applications',
    scope: 'applications:write',
    summary: 'Send an application',
    description:
      'As JSON, or as multipart/form-data with a part `application` (the same JSON) and a file part `evidence[KIND]` for each paper. ' +
      `${filesTogether} Sent again with the same client reference and content, it gives the same answer and keeps nothing twice.`,
    takes: {
      'application/json': { schema: schemaRef('Application'), example: API_EXAMPLES.application },
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['application'],
          properties: { application: schemaRef('Application') },
          patternProperties: fileParts,
          additionalProperties: false,
        },
      },
    },
    answers: {
      '201': {
        description: 'It arrived',
        schema: 'ApplicationReceived',
        example: API_EXAMPLES.received,
      },
      '200': {
        description: 'The same had arrived before',
        schema: 'ApplicationReceived',
        example: API_EXAMPLES.received,
      },
      '409': {
        description: 'The client reference was used for a different application',
        schema: 'Problem',
        example: API_EXAMPLES.sentDifferently,
      },
      '422': FAULTS,
      '429': tooMany(`More than ${ARRIVALS_A_MINUTE} applications with files in a minute.`),
      ...UNREADABLE,
      ...ALWAYS,
    },
  },
  {
    id: 'showApplication',
    method: 'get',
    path: '/api/v1/applications/{reference}',
    scope: 'applications:read',
    summary: 'Ask where an application stands',
    description:
      'Your own applications only. No officer is named and no paper is shown. A decision comes with the reasons and the letter as they were sent.',
    takes: {},
    answers: {
      '200': {
        description: 'Where it stands',
        schema: 'ApplicationStanding',
        example: API_EXAMPLES.standing,
      },
      '404': UNKNOWN,
      ...ALWAYS,
    },
  },
  {
    id: 'addEvidence',
    method: 'post',
    path: '/api/v1/applications/{reference}/evidence',
    scope: 'evidence:write',
    summary: 'Send papers after their application',
    description: `Until the application is decided. A file the case has already is not kept twice. ${filesTogether}`,
    takes: {
      'multipart/form-data': {
        schema: { type: 'object', patternProperties: fileParts, additionalProperties: false },
      },
    },
    answers: {
      '201': {
        description: 'At least one file is new',
        schema: 'EvidenceReceived',
        example: API_EXAMPLES.evidence,
      },
      '200': {
        description: 'The case had every file already',
        schema: 'EvidenceReceived',
        example: API_EXAMPLES.evidenceBefore,
      },
      '404': UNKNOWN,
      '409': {
        description: 'The application is decided',
        schema: 'Problem',
        example: API_EXAMPLES.closed,
      },
      '422': FAULTS,
      '429': tooMany(`More than ${UPLOADS_A_MINUTE} requests in a minute for this application.`),
      ...UNREADABLE,
      ...ALWAYS,
    },
  },
];

/** The whole as OpenAPI 3.1. @param serverUrl the address people reach the service at */
export function openApiDocument(serverUrl: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of API_OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: printed(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Permit Desk: applications for parking permits',
      version: '1.0.0',
      description: 'For portals that take applications and hand them to the council’s desk.',
    },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'The API key of the client' },
      },
      schemas: API_SCHEMAS,
    },
  };
}

function printed(operation: ApiOperation): JsonSchema {
  const { takes, answers, path, id, summary, description, scope } = operation;
  const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string' } };
  return {
    operationId: id,
    summary,
    description: `${description} Needs the scope \`${scope}\`.`,
    ...(path.includes('{reference}') ? { parameters: [reference] } : {}),
    ...(Object.keys(takes).length > 0 ? { requestBody: { required: true, content: takes } } : {}),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, printedAnswer(status, answer)]),
    ),
  };
}

function printedAnswer(status: string, { description, schema, example }: ApiResponse): JsonSchema {
  const kind = Number(status) < 400 ? 'application/json' : 'application/problem+json';
  return { description, content: { [kind]: { schema: schemaRef(schema), example } } };
}
