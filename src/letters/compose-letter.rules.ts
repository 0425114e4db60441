import {
  renderBlocks,
  renderLine,
  renderWordings,
  type TemplateValues,
} from '../wording/render-template.rules.js';
import { parseTemplate, type TemplateNode } from '../wording/template.rules.js';
import type { CouncilFacts } from './council-facts.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import { aPermit, type WordedLetterFacts } from './letter-facts.rules.js';
import {
  type EditableLetterKind,
  type LetterTemplates,
  letterVocabulary,
} from './letter-vocabulary.rules.js';
import { textMessage } from './text-message.rules.js';

/**
 * A letter from the words in force and the values of its case. The same facts and the same version
 * give the same letter to the byte: what was previewed is what is sent (U7.1).
 */
export function composeLetter(
  kind: EditableLetterKind,
  facts: WordedLetterFacts,
  own: TemplateValues,
): LetterContent {
  const wording = facts.wordings[kind];
  const nodes = (field: keyof LetterTemplates) => parsed(kind, field, wording[field]);
  const values = { ...own, words: { ...valuesOfEvery(facts), ...own.words } };
  const [fullest = '', ...shorter] = renderWordings(nodes('text'), values);
  return {
    kind,
    subject: renderLine(nodes('subject'), values),
    blocks: renderBlocks(nodes('body'), values),
    text: textMessage([fullest, ...shorter]),
    wordingVersion: String(wording.version),
  };
}

/** Only faultless words are published, so a fault here is a row that was altered by hand. */
function parsed(
  kind: EditableLetterKind,
  field: keyof LetterTemplates,
  text: string,
): TemplateNode[] {
  const read = parseTemplate(text, letterVocabulary(kind, field));
  if (!read.ok) throw new Error(`The ${field} of the letter ${kind} cannot be read.`);
  return read.nodes;
}

function valuesOfEvery({ council, reference, permitTypeName }: WordedLetterFacts) {
  return { ...councilValues(council), reference, 'a permit': aPermit(permitTypeName) };
}

function councilValues({ name, phone, supportEmail, supportPhone }: CouncilFacts) {
  return {
    council: name,
    'council phone': phone,
    'support e-mail': supportEmail,
    'support phone': supportPhone,
  };
}
