import { BadRequestException, HttpException } from '@nestjs/common';

/** Nobody is signed in. A GET is sent to the sign-in page and comes back; a POST keeps its text. */
export class NotSignedIn extends HttpException {
  /** @param hadSession the browser sent a session that is over */
  constructor(readonly hadSession: boolean) {
    super('Sign in to go on.', 401);
  }
}

/** Somebody is signed in who may not do this. */
export class NotAllowed extends HttpException {
  /** @param whoMay "an officer or a supervisor", or null when nobody may */
  constructor(readonly whoMay: string | null) {
    super('Your role may not do this.', 403);
  }
}

/** The form's token is not this session's: the session is a new one. The text is offered again. */
export class StaleForm extends HttpException {
  constructor() {
    super('Your session ended before this form was sent.', 403);
  }
}

/** The request was sent by a page of another site, or does not say by which. */
export class ForeignRequest extends HttpException {
  constructor() {
    super('This request did not come from a page of this service.', 403);
  }
}

/** The form has fields that no page of ours put there; how many, for their names are not to be trusted. */
export class UnknownFields extends BadRequestException {
  constructor(readonly count: number) {
    super('The form has a field we do not know.');
  }
}

export interface ApiFault {
  /** JSON pointer into the body, or null for the whole. */
  pointer: string | null;
  text: string;
}

/** A problem told to an API client as `application/problem+json` (RFC 9457). */
export class ApiProblem extends HttpException {
  constructor(
    status: number,
    readonly told: {
      title: string;
      /** Where the problem is explained; left out, its status says it all. */
      type?: string;
      detail?: string;
      errors?: readonly ApiFault[];
      /** What else this kind of problem tells. */
      [member: string]: unknown;
    },
  ) {
    super(told.title, status);
  }
}
