import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Keyed } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';

/** `save`: as marked; `accept`: what is unmarked matches, accept; `redraw`: show another kind's facts. */
export const CHECK_ACTS = ['save', 'accept', 'redraw'] as const;
export type CheckAct = (typeof CHECK_ACTS)[number];

const TOO_LONG = 'Shorten what you typed';

/** The right-hand side of the review page; its words are read by `readTypedCheck`. */
export class CheckPaperForm extends CaseForm {
  @IsIn(CHECK_ACTS, { message: 'Choose what to do with the form' })
  act: CheckAct = 'save';

  @IsString()
  kind = '';

  /** The kind whose facts the page showed. */
  @IsString()
  drawnKind = '';

  @Keyed()
  mark: Record<string, string> = {};

  @Keyed()
  why: Record<string, string> = {};

  @Keyed()
  datedOn: Record<string, string> = {};

  @Keyed()
  termFrom: Record<string, string> = {};

  @Keyed()
  termTo: Record<string, string> = {};

  @MaxLength(100, { message: TOO_LONG })
  documentReference = '';

  @IsString()
  verdict = '';

  @MaxLength(5000, { message: TOO_LONG })
  note = '';

  /** Without script: where in the paper to go, by an address of the viewer; nothing is saved then. */
  @IsOptional()
  @MaxLength(300)
  look = '';

  // Where the officer was in the paper.
  @IsOptional()
  @IsString()
  viewerPaper = '';

  @IsOptional()
  @IsString()
  viewerPage = '';

  @IsOptional()
  @IsString()
  viewerRotation = '';

  @IsOptional()
  @IsString()
  viewerZoom = '';
}
