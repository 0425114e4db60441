import { askFilesHost } from '../../support/files-host.js';
import { rawRequest } from '../../support/raw-request.js';
import { testSettings } from '../../support/test-settings.js';
import { cookieOf } from '../attacks/attack-scene.js';
import { eventsOf, type Officer } from '../review/review-desk.js';
import { type LinksBench, startLinksBench } from './links-bench.js';

/** The second host: what it serves, to whom, and what it never does (S3.6). */

let bench: LinksBench;
let desk: LinksBench['desk'];
let officer: Officer;
beforeAll(async () => {
  bench = await startLinksBench();
  ({ desk } = bench);
  officer = await desk.signInAs('officer');
});
afterAll(() => desk.stop());

describe('an original', () => {
  it('is only ever saved, under its name, which no link holds', async () => {
    const { paper, files, application } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/original`, officer);
    expect(link).toMatch(/\/originals\/[\w-]{120}$/);
    const saved = await askFilesHost(link);
    expect(saved.body.equals(files.pdf)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(saved.headers['content-disposition']).toContain(
      'attachment; filename="utility_bill.pdf"',
    );
    const looks = await eventsOf(desk, application.id, 'evidence-viewed');
    expect(looks.map(({ what }) => what)).toEqual(['original']);
  });
});

describe('the host of files', () => {
  it('attack 106, attack 107: fixes the kind of content and sends all of it or nothing', async () => {
    const { paper, files } = await bench.aPaper();
    const many = `bytes=${'0-,'.repeat(1000)}0-`;
    for (const range of ['bytes=0-10', 'bytes=0-,0-', many]) {
      const headers = { accept: 'text/html', range };
      const link = `${await bench.linkOf(`${paper}/pages/1`, officer)}?type=text/html`;
      const answer = await askFilesHost(link, { headers });
      expect([answer.status, answer.body.length]).toEqual([200, files.picture.length]);
      expect(answer.headers['content-type']).toBe('image/jpeg');
      expect(answer.headers['content-range']).toBeUndefined();
    }
  });

  it('takes no other verb, and a refused one uses nothing up', async () => {
    const { paper } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, officer);
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await askFilesHost(link, { method });
      expect([method, answer.status, answer.headers['allow']]).toEqual([method, 405, 'GET']);
    }
    expect((await askFilesHost(link)).status).toBe(200);
  });

  it('has no page, asset, health, API or sign-in, and reads and sets no cookie', async () => {
    const { paper } = await bench.aPaper();
    const { origin } = new URL(await bench.linkOf(`${paper}/pages/1`, officer));
    const page = await officer.get('/queue');
    const style = page.$('link[rel=stylesheet]').attr('href') ?? '';
    const paths = ['/', '/queue', '/sign-in', '/health', '/api/v1', style, `${paper}/pages/1`];
    for (const path of [
      ...paths,
      paper,
      '/pages',
      '/pages/',
      '/pages/x',
      '/Pages/x',
      '//pages/x',
    ]) {
      const answer = await askFilesHost(`${origin}${path}`, { headers: cookieOf(officer) });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
      expect(answer.headers['cache-control']).toBe('private, no-store');
    }
    expect((await askFilesHost(`${origin}/pages/%zz`)).status).toBe(400);
  });

  it('is the only one that serves papers', async () => {
    const { paper } = await bench.aPaper();
    const link = new URL(await bench.linkOf(`${paper}/pages/1`, officer));
    expect((await officer.get(link.pathname)).status).toBe(404);
    const app = await officer.get(`${paper}/pages/1`);
    expect([app.status, app.headers.get('content-type')]).not.toContain('image/jpeg');
  });

  it('is found by the Host header alone', async () => {
    const { paper } = await bench.aPaper();
    const link = new URL(await bench.linkOf(`${paper}/pages/1`, officer));
    const asked = (headers: object) => rawRequest(desk.url, 'GET', link.pathname, headers);
    const elsewhere = { host: new URL(desk.url).host, 'x-forwarded-host': link.host };
    expect((await asked(elsewhere)).status).toBe(404);
    expect((await asked({ host: `evil.${link.host}` })).status).toBe(400);
    expect((await asked({ host: link.host.toUpperCase() })).status).toBe(200);
  });
});

describe('a picture’s own address', () => {
  it('leads to the paper on its case when it is opened as a page', async () => {
    const { paper, application } = await bench.aPaper();
    const answer = await officer.get(`${paper}/pages/1`, { 'sec-fetch-dest': 'document' });
    expect([answer.status, answer.location]).toEqual([303, `${paper}?page=1`]);
    expect(await eventsOf(desk, application.id, 'evidence-viewed')).toEqual([]);
  });

  it('may be shown by pages of this service: the policy names the host of files', async () => {
    const page = await officer.get('/queue');
    const { origin } = new URL(desk.settings.FILES_URL);
    expect(page.headers.get('content-security-policy')).toContain(`img-src 'self' ${origin};`);
  });
});

describe('its address', () => {
  it.each([
    ['http://127.0.0.1:4000', /another host name/],
    ['http://files.localhost:3000/papers', /no path/],
    ['files.localhost', /FILES_URL/],
  ])('as %s stops the start', (FILES_URL, says) => {
    expect(() => testSettings('mysql://nobody@127.0.0.1:9/none', { FILES_URL })).toThrow(says);
  });

  it('must be https in production', () => {
    const changes = { NODE_ENV: 'production', FILES_URL: 'http://files.desk.example' };
    expect(() => testSettings('mysql://nobody@127.0.0.1:9/none', changes)).toThrow(
      /FILES_URL: must be https in production/,
    );
  });
});
