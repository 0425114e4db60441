import { ServerResponse } from 'node:http';
import {
  attachmentDisposition,
  attachmentHeaders,
  embeddingPages,
  guardFileAnswer,
  pageImageHeaders,
} from './download.js';

const name = 'bill.pdf';

describe('headers of what is served', () => {
  it('let nothing run, be guessed, be kept or be cut in ranges', () => {
    const answer = new ServerResponse({ method: 'GET' } as never);
    guardFileAnswer(answer, {
      PUBLIC_URL: 'https://desk.example',
      FILES_URL: 'https://files.desk.example',
    });
    expect(answer.getHeaders()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-site',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      'accept-ranges': 'none',
      'strict-transport-security': 'max-age=63072000',
    });
  });

  it.each([
    ['https://desk.example', 'https://files.desk.example', 'same-site'],
    ['https://desk.example', 'https://filesdesk.example', 'cross-origin'],
    ['https://desk.example', 'https://files.example', 'cross-origin'],
    ['https://desk.example', 'http://files.desk.example', 'cross-origin'],
    ['http://127.0.0.1:3000', 'http://files.localhost:3000', 'cross-origin'],
    // To browsers every name below localhost is a site of its own.
    ['http://localhost:3000', 'http://files.localhost:3000', 'cross-origin'],
  ])('shown by pages of %s, files of %s are %s', (PUBLIC_URL, FILES_URL, policy) => {
    expect(embeddingPages({ PUBLIC_URL, FILES_URL })).toBe(policy);
  });

  it('show page images in place and only ever save originals', () => {
    expect(pageImageHeaders(5)).toMatchObject({
      'Content-Length': '5',
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline',
    });
    expect(attachmentHeaders({ name, kind: 'pdf' }, 5)).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="bill.pdf"; filename*=UTF-8\'\'bill.pdf',
    });
  });
});

describe('attachmentDisposition', () => {
  it.each([
    ['Zoë’s bill.pdf', 'Zo__s bill.pdf', 'Zo%C3%AB%E2%80%99s%20bill.pdf'],
    [
      'a"; filename="evil.exe',
      'a__ filename__evil.exe.pdf',
      'a%22%3B%20filename%3D%22evil.exe.pdf',
    ],
    ['line\r\nSet-Cookie: x', 'lineSet-Cookie_ x.pdf', 'lineSet-Cookie%3A%20x.pdf'],
    ["it's (1)*.pdf", 'it_s _1__.pdf', 'it%27s%20%281%29%2A.pdf'],
    ['photo.html', 'photo.html.pdf', 'photo.html.pdf'],
    ['\u202efdp.exe', 'fdp.exe.pdf', 'fdp.exe.pdf'],
  ])('writes %j safely', (sent, ascii, encoded) => {
    expect(attachmentDisposition(sent, 'pdf')).toBe(
      `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    );
  });
});
