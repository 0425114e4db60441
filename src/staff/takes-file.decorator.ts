import { SetMetadata } from '@nestjs/common';

export const TAKES_FILE = 'permit-desk:takes-file';

/**
 * On a route whose form may carry one file: it is received into quarantine after the person was
 * admitted and before the form's token is looked at. The handler reads `uploadOutcomeOf(req)`, and
 * the form has a field `fileLost` that says when a file must be chosen again.
 * @param field the name of the file's field
 */
export const TakesFile = (field: string) => SetMetadata(TAKES_FILE, field);
