import { attachmentDisposition, attachmentHeaders, pageImageHeaders } from './download.js';

const name = 'bill.pdf';

describe('headers of what is served', () => {
  it.each([pageImageHeaders(5), attachmentHeaders({ name, kind: 'pdf' }, 5)])(
    'let nothing run, be guessed, be kept or be cut in ranges',
    (headers) => {
      expect(headers).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'private, no-store',
        'Accept-Ranges': 'none',
        'Content-Length': '5',
      });
    },
  );

  it('show page images in place and only ever save originals', () => {
    expect(pageImageHeaders(5)).toMatchObject({
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
