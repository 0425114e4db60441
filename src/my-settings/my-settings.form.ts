import { IsIn } from 'class-validator';
import { Keyed, Many } from '../platform/web/form-fields.js';

export class ShortcutsForm {
  /** "yes" where the box is ticked. */
  @Many()
  isOn: string[] = [];

  /** By shortcut: the key. */
  @Keyed()
  keys: Record<string, string> = {};

  @IsIn(['save', 'usual'], { message: 'Choose what to do with the keys' })
  act = 'save';
}
