import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPaper } from './draw-paper.js';
import { PAPER_FORMATS, PAPER_KINDS, PAPER_QUALITIES, type PaperSpec } from './paper-spec.js';

/** Writes one of each kind and format, and one of each quality, into the folder named. */
async function preview(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kinds = PAPER_KINDS.flatMap((kind) =>
    PAPER_FORMATS.map((format) => example({ kind, format })),
  );
  const qualities = PAPER_QUALITIES.flatMap((quality) =>
    PAPER_FORMATS.map((format) => example({ format, quality })),
  );
  const tenancies = [
    example({ kind: 'tenancy_agreement', signed: false }),
    example({ kind: 'tenancy_agreement', handwritten: true }),
    example({ kind: 'tenancy_agreement', handwritten: true, format: 'photo' }),
  ];
  for (const spec of [...kinds, ...qualities, ...tenancies]) {
    const started = performance.now();
    const { fileName, bytes } = await drawPaper(spec);
    const traits = [spec.quality, spec.signed === false && 'unsigned', spec.handwritten && 'hand'];
    const extension = fileName.split('.').at(-1) ?? '';
    const name = `${[spec.kind, spec.format, ...traits].filter(Boolean).join('-')}.${extension}`;
    await writeFile(join(folder, name), bytes);
    const took = Math.round(performance.now() - started);
    console.log(`${name}  ${Math.round(bytes.length / 1024)} KB  ${took} ms`);
  }
}

function example(traits: Partial<PaperSpec>): PaperSpec {
  return {
    kind: 'utility_bill',
    holderName: 'Priya Kendrick',
    address: { lines: ['14 Wharncliffe Terrace', 'Loughborough'], postcode: 'LE11 9ZZ' },
    registration: 'AB51 XYZ',
    make: 'Toyota',
    colour: 'Blue',
    datedOn: '2026-09-14',
    term: { from: '2026-09-01', to: '2027-08-31' },
    format: 'pdf',
    quality: 'clear',
    seed: 7,
    ...traits,
  };
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say which folder to write the papers into');
await preview(folder);
