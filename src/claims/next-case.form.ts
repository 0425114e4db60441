import { IsIn } from 'class-validator';
import { NEXT_CASE_CHOICES, type NextCaseChoice } from '../teams/next-case-choice.rules.js';

export class NextCaseForm {
  @IsIn(NEXT_CASE_CHOICES)
  choice: NextCaseChoice = 'first';
}
