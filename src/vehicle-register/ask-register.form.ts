import { Matches } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';

/** The version is not compared: asking the register contradicts nobody's work. */
export class AskRegisterForm extends CaseForm {
  /** The paper that lay open when it was pressed; empty on the case's own page. */
  @Matches(/^\d{0,4}$/, { message: 'This form is not one of this page' })
  paper = '';
}
