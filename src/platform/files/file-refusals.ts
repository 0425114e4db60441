/**
 * Why a file, or a request that carries files, is not taken, and the sentence its sender reads.
 * The limits named in the sentences are those of `FILE_LIMITS`; a test holds the two together.
 */
export const FILE_REFUSALS = {
  empty: 'The file is empty. Choose the file again, or choose another one.',
  too_big: 'The file must be 10MB or smaller. Send a smaller photo or scan.',
  too_big_together: 'The files must be 30MB or smaller together. Send fewer files at a time.',
  too_big_for_case:
    'The files of an application must be 30MB or smaller together. Send smaller photos or scans.',
  too_many_files: 'You can send 10 files at a time. Remove some and try again.',
  wrong_type: 'The file must be a JPEG or PNG picture, a HEIC photo, or a PDF.',
  extension_differs:
    'The name of the file does not match what is in it. Save it again as a JPEG, PNG, HEIC or PDF.',
  moving_picture: 'The file is a moving picture. Send a photo or a scan.',
  password_protected:
    'The PDF is protected by a password. Remove the password, or send a photo of the document.',
  restricted_pdf:
    'The PDF is locked against copying or printing. Send an unlocked copy, or a photo of the document.',
  too_many_pages: 'The PDF has more than 40 pages. Send only the pages that are needed.',
  page_too_large:
    'A page of the PDF is larger than any sheet of paper. Save it again at its normal size.',
  picture_too_large:
    'The picture has more than 25 megapixels. Send a smaller one, or set the camera to a lower resolution.',
  unreadable:
    'The file could not be read. It may be damaged. Open it to check, then save and send it again.',
  took_too_long:
    'The file took too long to open. Save a simpler copy, or send a photo of the document.',
  too_complex:
    'The file is too complicated to open safely. Save a simpler copy, or send a photo of the document.',
  active_content:
    'The PDF contains a program, a form or another file inside it. Print it to a new PDF, or send a photo of the document.',
  unexpected_file: 'A file arrived in a place where none is expected. Go back and choose it again.',
  malformed_request: 'What arrived could not be read as a form. Go back and send it again.',
  interrupted: 'The connection was lost before the file had arrived. Send it again.',
  sent_too_slowly: 'The file took too long to arrive. Try again with a better connection.',
  cannot_take_files:
    'We cannot take files at the moment. Nothing of what you sent was kept. Try again in an hour.',
  too_busy: 'Many files are being opened at the moment. Wait a minute, then send it again.',
} as const;

export type FileRefusal = keyof typeof FILE_REFUSALS;

/** The sentence, in plain English, that its sender reads. */
export function fileRefusalText(refusal: FileRefusal): string {
  return FILE_REFUSALS[refusal];
}

export function isFileRefusal(value: unknown): value is FileRefusal {
  return typeof value === 'string' && Object.hasOwn(FILE_REFUSALS, value);
}
