import { SetMetadata } from '@nestjs/common';

export const DESPITE_CONFLICT = 'permit-desk:despite-conflict';

/**
 * On a route that changes something of a case and is open to somebody with an interest in it:
 * handing the case on, writing a note. Every other such route is refused to him (R-COI-1).
 */
export const DespiteConflict = () => SetMetadata(DESPITE_CONFLICT, true);
