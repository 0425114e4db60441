import {
  DEEPEST_IF,
  MOST_PLACEHOLDERS,
  type TemplateFault,
  type Vocabulary,
} from './template.rules.js';

/** The fault in words, with its line and place and, for a name that is not known, what is. */
export function templateFaultWords(
  { code, at, name }: TemplateFault,
  text: string,
  vocabulary: Vocabulary,
): string {
  const where = `Line ${lineOf(text, at)}, character ${placeInLine(text, at)}`;
  switch (code) {
    case 'too_long':
      return `Use ${vocabulary.longest.toLocaleString('en-GB')} characters or fewer`;
    case 'too_many':
      return `${where}: use ${MOST_PLACEHOLDERS} placeholders or fewer`;
    case 'wrong_character':
      return `${where}: take out the character ${name}, which cannot be seen`;
    case 'not_closed':
      return `${where}: “((${name}” needs “))” after it, on the same line`;
    case 'unknown':
      return `${where}: there is no ((${name})). Use ${namesOf(vocabulary)}`;
    case 'unknown_condition':
      return `${where}: ((if …)) cannot ask for “${name}”. It can ask for ${conditionsOf(vocabulary)}`;
    case 'too_deep':
      return `${where}: use at most ${DEEPEST_IF} ((if …)) one in another`;
    case 'end_without_if':
      return `${where}: this ((end)) has no ((if …)) before it`;
    case 'else_without_if':
      return `${where}: this ((else)) has no ((if …)) of its own`;
    case 'if_without_end':
      return `${where}: ((if ${name})) needs an ((end)) after it`;
    case 'not_alone':
      return `${where}: put ((${name})) alone on a line, for it brings paragraphs of its own`;
    case 'link_without_words':
      return `${where}: put ((${name})) alone on a line, under a line of words that ends with “:”`;
    case 'required_missing':
      return `Say ((${name})) somewhere outside every ((if …))`;
  }
}

/** `((council)), ((reference)) or ((money))` */
export function namesOf({ words, parts, links }: Vocabulary): string {
  return oneOf([...words, ...parts, ...links].map((name) => `((${name}))`));
}

function conditionsOf({ words, parts, conditions }: Vocabulary): string {
  return oneOf([...conditions, ...words, ...parts]);
}

function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? 'plain words';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function placeInLine(text: string, at: number): number {
  return at - text.lastIndexOf('\n', at - 1);
}

/**
 * Another language's brackets, which somebody may have learned elsewhere. They would only be sent
 * as they stand, so whoever edits is told instead (S5.4); null when there are none.
 */
export function curlyBracketFault(text: string): string | null {
  const at = text.indexOf('{{');
  if (at === -1) return null;
  const [found = ''] = /^\{\{[^\n]{0,40}/.exec(text.slice(at)) ?? [];
  const where = `Line ${lineOf(text, at)}, character ${placeInLine(text, at)}`;
  return `${where}: there is no “${found}”. Placeholders stand in round brackets: ((reference))`;
}
