import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { DataSource } from 'typeorm';
import { ApiClient } from '../../src/api-clients/api-client.entity.js';
import {
  COMMAND_SILENCE_SECONDS,
  connect,
  dataSourceOptions,
} from '../../src/platform/database/data-source.js';
import type { UnitOfWork } from '../../src/platform/database/transaction.js';
import { TypeormUnitOfWork } from '../../src/platform/database/typeorm-unit-of-work.js';
import { checkPassword, passwordRefusals } from '../../src/staff/password.rules.js';
import { StaffAccount } from '../../src/staff/staff-account.entity.js';

/** What the person at the terminal can put right; told without a stack. */
export class Told extends Error {}

export interface Desk {
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
}

/** Runs one command against DATABASE_URL and ends the process with 0 or 1. */
export async function runCommand(work: (desk: Desk) => Promise<void>): Promise<void> {
  let dataSource: DataSource | null = null;
  try {
    const url = process.env['DATABASE_URL'];
    if (!url) throw new Told('DATABASE_URL: is not set');
    const entities = [StaffAccount, ApiClient];
    dataSource = await connect(
      dataSourceOptions({ url, poolSize: 2, entities }),
      COMMAND_SILENCE_SECONDS,
    );
    await work({ dataSource, unitOfWork: new TypeormUnitOfWork(dataSource) });
  } catch (error) {
    console.error(error instanceof Told ? error.message : error);
    process.exitCode = 1;
  } finally {
    await dataSource?.destroy();
  }
}

/** The words and options of the command line; a wrong one is told with how it is used. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Told(`${error instanceof Error ? error.message : ''}\nUsage: ${usage}`);
  }
}

export function required(value: string | undefined, name: string, usage: string): string {
  if (!value) throw new Told(`${name} is missing\nUsage: ${usage}`);
  return value;
}

export interface ChosenPassword {
  password: string;
  /** Made here, so it has to be shown. */
  isMade: boolean;
}

/** One typed or piped in with `--password-from-stdin`, or else one made here. */
export async function choosePassword(email: string, isTyped: boolean): Promise<ChosenPassword> {
  if (!isTyped) return { password: makePassword(), isMade: true };
  const password = await readLine('Password: ');
  const fit = checkPassword(password, email);
  if (!fit.ok) throw new Told(passwordRefusals[fit.refusal]);
  return { password, isMade: false };
}

export function tellPassword({ password, isMade }: ChosenPassword): void {
  if (isMade) console.log(`Password, shown only now: ${password}`);
}

const SIGNS = '23456789bcdfghjkmnpqrstvwxyz';

/** Five groups of four signs that cannot be mistaken for one another: 96 bits. */
function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}

/** One line; at a terminal it is asked for and not shown while it is typed. */
async function readLine(prompt: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(prompt);
  const lines = createInterface({
    input: process.stdin,
    terminal: isTerminal,
    // No output: what is typed does not appear.
  });
  for await (const line of lines) {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
    return line;
  }
  throw new Told('No password was given');
}
