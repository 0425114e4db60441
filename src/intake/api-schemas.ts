import { ARRIVAL_HINTS } from '../applications/arrival-hints.rules.js';
import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { FILE_REFUSALS } from '../platform/files/file-refusals.js';
import { APPLICATION_BODY } from './application-body.rules.js';
import type { JsonSchema } from './body-fields.rules.js';
import { FAULT_CODES } from './faults.rules.js';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});

/** All members required unless named as optional, and no others. */
function record(
  description: string,
  properties: Record<string, JsonSchema>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', description, properties, required, additionalProperties: false };
}

export const schemaRef = (name: keyof typeof API_SCHEMAS): JsonSchema => ({
  $ref: `#/components/schemas/${name}`,
});

const links = record('Addresses on this host', {
  self: text('The application'),
  evidence: text('Where its papers are sent'),
});

const answer = {
  reference: text('Our reference, to be quoted to the applicant', {
    pattern: '^PD-[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$',
    examples: ['PD-7KMX-4TPJ'],
  }),
  status: text('Where it stands', { enum: APPLICATION_STATUSES }),
  statusWords: text('The same in words'),
  hints: {
    type: 'array',
    description: 'What the desk noticed. Hints are shown to officers and decide nothing',
    items: record('One hint', {
      code: text('Stays the same', { enum: Object.keys(ARRIVAL_HINTS) }),
      words: text('In plain English'),
    }),
  },
  links,
};

const reason = record('One reason as it was sent', {
  code: text('Stays the same'),
  words: text('As the applicant read it'),
});

const letter = {
  ...record('The letter as it was sent', {
    subject: text('Its subject'),
    body: text('Its words, with light mark-up'),
  }),
  type: ['object', 'null'],
};

const decision = {
  ...record('The decision; null until there is one', {
    outcome: text('What was decided', { enum: ['approved', 'rejected', 'withdrawn'] }),
    decidedAt: text('When', { format: 'date-time' }),
    reasons: { type: 'array', items: reason, description: 'Empty when approved' },
    letter,
  }),
  type: ['object', 'null'],
};

const fault = record(
  'One thing to put right',
  {
    pointer: text('JSON pointer into the body; `/evidence/KIND` for a file, empty for the whole'),
    code: text('Stays the same', { enum: [...FAULT_CODES, ...Object.keys(FILE_REFUSALS)] }),
    words: text('In plain English, fit to be shown to the applicant'),
    suggestions: {
      type: 'array',
      items: text('A registration number that may have been meant'),
      description: 'To be offered to the applicant, never taken silently',
    },
  },
  ['suggestions'],
);

const problem = {
  type: text('`about:blank`, or where this kind of problem is explained'),
  title: text('What is wrong'),
  status: { type: 'integer', description: 'The HTTP status' },
  detail: text('More about it'),
  reference: text('Of this request: quote it when you ask for help'),
};

const paper = record('One file and what became of it', {
  kind: text('The kind of paper it is kept as'),
  position: { type: 'integer', description: 'Its place in the case, from 1' },
  outcome: text('`already_added`: the case has this very file', {
    enum: ['added', 'already_added'],
  }),
});

/** Every shape the API takes or gives. The body comes from the table that also reads it. */
export const API_SCHEMAS = {
  Application: APPLICATION_BODY.schema,
  ApplicationReceived: record('An application that arrived', answer),
  ApplicationStanding: record('Where an application stands', {
    ...answer,
    clientReference: text('Your own reference'),
    receivedAt: text('When it arrived', { format: 'date-time' }),
    decision,
  }),
  EvidenceReceived: record('What became of each file, in the order sent', {
    reference: text('The application’s reference'),
    papers: { type: 'array', items: paper },
    links,
  }),
  Fault: fault,
  Problem: {
    ...record('RFC 9457', problem, ['detail']),
    additionalProperties: true,
  },
  Faults: record('Every fault at once', {
    ...problem,
    faults: { type: 'array', minItems: 1, items: fault },
  }),
} as const;
