import type { LoadedFolder } from '../../src/intake/load-applications.js';

const RESULTS: Readonly<Record<LoadedFolder['result'], string>> = {
  received: 'received',
  received_before: 'was received before',
  refused: 'refused',
};

/** ` 3/60 anna-example: PD-7KMX-4TPC received`. */
export function progressLine(
  { name, result, reference }: LoadedFolder,
  { done, of }: { done: number; of: number },
): string {
  const number = String(done).padStart(String(of).length);
  return `${number}/${of} ${harmless(name)}: ${reference ? `${reference} ` : ''}${RESULTS[result]}`;
}

/** What came of all of them: each refused one by name, with every reason. */
export function summaryLines(loaded: readonly LoadedFolder[]): string[] {
  if (loaded.length === 0) return ['There is no application in this folder.'];
  const count = (result: LoadedFolder['result']) =>
    String(loaded.filter((one) => one.result === result).length).padStart(6);
  const refused = loaded.filter(({ result }) => result === 'refused');
  return [
    ...refused.flatMap(({ name, because }) => [
      `Refused: ${harmless(name)}`,
      ...because.map((words) => `  ${harmless(words)}`),
    ]),
    ...(refused.length > 0 ? [''] : []),
    `Received:        ${count('received')}`,
    `Received before: ${count('received_before')}`,
    `Refused:         ${count('refused')}`,
  ];
}

/** A folder's name must not steer the terminal. */
function harmless(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?');
}
