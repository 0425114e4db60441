import { deflateSync } from 'node:zlib';
import { hasActiveContent, PdfTooComplex } from './pdf-active-content.js';

const script = Buffer.from('7 0 << /S /JavaScript /JS (x) >>');

function objectStream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n5 0 obj\n<< /Type /ObjStm ${dictionary} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n%%EOF\n'),
  ]);
}

describe('hasActiveContent', () => {
  it.each([
    '<< /S /JavaScript /JS (x) >>',
    '<</S/JavaScript/JS(x)>>',
    '<< /S /#4aava#53cript >>',
    '<< /S /Launch >>',
    '<< /Subtype /FileAttachment >>',
    '<< /Subtype /RichMedia >>',
    '<< /Subtype /3D >>',
  ])('finds %s', (text) => {
    expect(hasActiveContent(Buffer.from(text))).toBe(true);
  });

  it.each([
    '<< /S /URI /URI (https://example.com) >>',
    '<< /OpenAction [3 0 R /FitH 800] /JSample 1 >>',
    'the word stream in a text << /Title (a stream) >>',
  ])('lets %s be', (text) => {
    expect(hasActiveContent(Buffer.from(text))).toBe(false);
  });

  it('does not take the bytes of a picture for names', () => {
    const bytes = '4 0 obj << /Subtype /Image >>\nstream\nxx/JS xx/Launch \nendstream\nendobj';
    expect(hasActiveContent(Buffer.from(bytes))).toBe(false);
    expect(hasActiveContent(Buffer.from(`${bytes} << /S /Launch >>`))).toBe(true);
  });

  it('looks into object streams, packed, unpacked and cut short', () => {
    const packed = deflateSync(Buffer.concat([script, Buffer.alloc(1000, ' ')]));
    expect(hasActiveContent(objectStream('/Filter /FlateDecode', packed))).toBe(true);
    expect(hasActiveContent(objectStream('', script))).toBe(true);
    const cut = packed.subarray(0, packed.length - 6);
    expect(hasActiveContent(objectStream('/Filter /FlateDecode', cut))).toBe(true);
    const harmless = deflateSync(Buffer.from('7 0 << /Type /Font >>'));
    expect(hasActiveContent(objectStream('/Filter /FlateDecode', harmless))).toBe(false);
  });

  it.each(['/Filter [/ASCIIHexDecode /FlateDecode]', '/Filter /LZWDecode', '/Filter /FlateDecode'])(
    'does not pass over object streams it cannot unpack: %s',
    (dictionary) => {
      const pdf = objectStream(dictionary, Buffer.from('not deflated'));
      expect(() => hasActiveContent(pdf)).toThrow(PdfTooComplex);
    },
  );
});
