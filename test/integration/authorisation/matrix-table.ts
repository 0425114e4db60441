import { readFileSync } from 'node:fs';
import { ACTORS, type Actor } from './matrix-actors.js';

/**
 * What every actor gets for every route and every thing it can be about. `authorisation.json` holds it:
 * route → how the thing stands to the officer → one answer for each actor, in the order of `actors`.
 * An answer is a status, or `in` for being sent to sign in. `+` after it: this cell does what the
 * route is there for, so it may change something; every other cell must leave the database as it was.
 */
export interface MatrixTable {
  actors: readonly string[];
  routes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Cell {
  relation: string;
  actor: Actor;
  answer: string;
  mayChange: boolean;
}

export function readTable(): MatrixTable {
  const file = new URL('authorisation.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as MatrixTable;
}

export function cellsOf(row: Readonly<Record<string, string>>): Cell[] {
  return Object.entries(row).flatMap(([relation, line]) => {
    const answers = line.trim().split(/\s+/);
    if (answers.length !== ACTORS.length) throw new Error(`${relation}: one answer for each actor`);
    return answers.map((said, index) => ({
      relation,
      actor: ACTORS[index] as Actor,
      answer: said.replace('+', ''),
      mayChange: said.endsWith('+'),
    }));
  });
}

/** A line of the table, as it is written in the file. */
export function lineOf(answers: readonly string[]): string {
  return answers
    .map((said) => said.padEnd(4))
    .join(' ')
    .trim();
}
