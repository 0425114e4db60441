import { SetMetadata } from '@nestjs/common';

export const KEEPS_DRAFT = 'permit-desk:keeps-draft';

/**
 * On the pages of a form about a case: what is typed into it is kept as this person's draft.
 * @param posted below the case's own address, where the form is posted to; one of `DRAFT_FORMS`
 */
export const KeepsDraft = (posted: string) => SetMetadata(KEEPS_DRAFT, posted);
