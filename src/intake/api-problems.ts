import { NotFoundException } from '@nestjs/common';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { ApiProblem } from '../platform/web/refusals.js';
import type { Fault } from './faults.rules.js';

/** Where each kind of problem is explained. */
export const PROBLEM_TYPES = {
  faults: '/api/docs#problem-faults',
  sentDifferently: '/api/docs#problem-sent-differently-before',
  closed: '/api/docs#problem-closed',
} as const;

export function faultsProblem(faults: readonly Fault[]): ApiProblem {
  return new ApiProblem(422, {
    type: PROBLEM_TYPES.faults,
    title: 'Something needs putting right',
    detail: 'Nothing was kept. Put every fault right and send it again.',
    faults,
  });
}

export function sentDifferentlyProblem(reference: string): ApiProblem {
  return new ApiProblem(409, {
    type: PROBLEM_TYPES.sentDifferently,
    title: 'This client reference was used for a different application',
    detail: `${reference} came with the same client reference and other content. Nothing was changed.`,
    applicationReference: reference,
  });
}

export function closedProblem(): ApiProblem {
  return new ApiProblem(409, {
    type: PROBLEM_TYPES.closed,
    title: 'This application is decided',
    detail: 'Papers can only be added before a decision. Apply again to send more.',
  });
}

export function busyProblem(): ApiProblem {
  return new ApiProblem(503, {
    title: 'Too many files at the moment',
    detail: fileRefusalText('too_busy'),
  });
}

export function noFilesTakenProblem(): ApiProblem {
  return new ApiProblem(503, {
    title: 'Files cannot be taken now',
    detail: fileRefusalText('cannot_take_files'),
  });
}

/** The same for an unknown application and for another client's. */
export function unknownApplication(): NotFoundException {
  return new NotFoundException();
}
