import { pdf, photo } from '../files/sample-files.js';
import { aBody, inZone } from '../intake/intake-desk.js';
import { type EvidenceBench, startEvidenceBench } from './evidence-bench.js';

const MEGABYTE = 1024 * 1024;

let bench: EvidenceBench;
beforeAll(async () => {
  bench = await startEvidenceBench();
});
afterAll(() => bench.stop());

describe('the same file on several applications (S3.9)', () => {
  it('is told to officers with the other reference, for five applications', async () => {
    const bill = await pdf(1);
    const references: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const body = aBody(await inZone(bench.desk));
      const applicant = {
        ...(body['applicant'] as object),
        email: `somebody-${n % 4}@example.com`,
      };
      const answer = await bench.desk.sendWith({ ...body, applicant }, [
        ['utility_bill', bill, `bill-${n}.pdf`],
      ]);
      references.push(String(answer.body.reference));
    }
    const other = await bench.arrive([['utility_bill', await photo(40, 40), 'other.jpg']]);
    const officer = await bench.desk.signInAs('officer');
    const [first = ''] = references;
    const page = await officer.get(`/applications/${first}/evidence/1`);
    expect(page.text).toContain('This very file came with another application');
    for (const reference of references.slice(1)) expect(page.text).toContain(reference);
    expect(page.text).not.toContain(other);
    expect(page.$('.desk-review__facts').text()).toMatch(/with the same email address/);
    expect(page.$('.desk-review__facts').text()).toMatch(/with another email address/);
    expect((await officer.get(`/applications/${other}/evidence/1`)).text).not.toContain(
      'This very file',
    );
    const [paper] = await bench.papersOf(first);
    const [row] = await bench.rows<{ sha256: string }>(
      'SELECT sha256 FROM evidence_papers WHERE id = ?',
      [paper?.id],
    );
    expect(paper?.content_mark).toMatch(/^[0-9a-f]{64}$/);
    expect(paper?.content_mark).not.toBe(row?.sha256);
  });
});

describe('a case', () => {
  it('attack 079: holds 30 MB, however many requests they come in', async () => {
    const padded = async (width: number) =>
      Buffer.concat([await photo(width, 40), Buffer.alloc(9.5 * MEGABYTE)]);
    const files = [];
    for (const width of [40, 41, 42, 43]) {
      files.push(['utility_bill', await padded(width), `${width}.jpg`] as [string, Buffer, string]);
    }
    const [one, two, three, four] = files;
    if (!one || !two || !three || !four) throw new Error('four files');
    const reference = await bench.arrive([one, two]);
    expect((await bench.desk.addTo(reference, [three])).status).toBe(201);
    const before = bench.desk.storedFiles().length;
    const refused = await bench.desk.addTo(reference, [four]);
    expect(refused.status).toBe(422);
    expect(refused.body.faults).toEqual([
      expect.objectContaining({ code: 'too_big_for_case', words: expect.stringContaining('30MB') }),
    ]);
    expect(bench.desk.storedFiles()).toHaveLength(before);
    const small = await photo(30, 30);
    expect((await bench.desk.addTo(reference, [['v5c', small, 'v5c.jpg']])).status).toBe(201);
  });

  it('attack 079: takes ten files at a time', async () => {
    const reference = await bench.arrive([]);
    const eleven = [];
    for (let n = 0; n < 11; n += 1) {
      eleven.push(['utility_bill', await photo(50 + n, 40), `${n}.jpg`] as [
        string,
        Buffer,
        string,
      ]);
    }
    const refused = await bench.desk.addTo(reference, eleven);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('10 ');
    expect(await bench.papersOf(reference)).toEqual([]);
  });
});
