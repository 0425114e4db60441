import { ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { StaleWrite } from '../database/conditional-write.js';
import { CommitOutcomeUnknown } from '../database/typeorm-unit-of-work.js';
import { answerTo } from './error-answers.js';

const withCode = (code: string, more = {}) => Object.assign(new Error('secret'), { code, ...more });

describe('the answer to an error', () => {
  it.each([
    [new NotFoundException('secret'), 404],
    [new ForbiddenException('secret'), 403],
    [new HttpException('secret', 418), 418],
    [new HttpException('secret', 502), 500],
    [new HttpException('secret', 503), 503],
    [new StaleWrite('secret'), 409],
    [new CommitOutcomeUnknown(new Error('secret')), 503],
    [Object.assign(new Error('secret'), { status: 413 }), 413],
    [Object.assign(new Error('secret'), { status: 999 }), 500],
    [withCode('ECONNREFUSED'), 503],
    [withCode('PROTOCOL_CONNECTION_LOST'), 503],
    [withCode('ENOENT', { syscall: 'connect' }), 503],
    [withCode('ENOENT', { syscall: 'open' }), 500],
    [new Error('Queue limit reached.'), 503],
    [new Error('secret'), 500],
    ['secret', 500],
    [undefined, 500],
  ])('%p is %d', (error, status) => {
    const told = answerTo(error);
    expect(told.status).toBe(status);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(told.retryAfter).toBe(status === 503 ? 30 : null);
    expect(told.isOurFault).toBe(status >= 500);
  });

  it('never promises that nothing was changed when the commit is unknown', () => {
    expect(answerTo(new CommitOutcomeUnknown(null)).lines.join(' ')).toContain('Look at the case');
  });
});
