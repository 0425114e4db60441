/**
 * What a scanner is tested with. EICAR is the harmless file that every scanner reports, published for
 * this purpose; it is put together here so that scanners do not report our own source.
 */
export function eicarFile(): Buffer {
  const halves = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'];
  return Buffer.from(halves.join(''), 'latin1');
}

/** Deeper than any scanner unpacks (clamd's own highest setting is 100). */
const DEEPER_THAN_ANY = 101;

/**
 * An archive in an archive in an archive: it goes beyond a limit of the scanner while it is small.
 * One that says nothing is wrong with it lets through whatever is beyond its limits.
 */
export function nestedArchive(): Buffer {
  let content: Buffer = Buffer.from('the innermost file');
  for (let depth = 0; depth < DEEPER_THAN_ANY; depth += 1) content = zipOf(content);
  return content;
}

/** A ZIP with one stored file named "a". */
function zipOf(content: Buffer): Buffer {
  const checksum = crc32(content);
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  writeSizes(local, 14, checksum, content.length);
  local.writeUInt16LE(1, 26);
  local.write('a', 30, 'latin1');
  const central = Buffer.alloc(47);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  writeSizes(central, 16, checksum, content.length);
  central.writeUInt16LE(1, 28);
  central.write('a', 46, 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + content.length, 16);
  return Buffer.concat([local, content, central, end]);
}

function writeSizes(header: Buffer, at: number, checksum: number, bytes: number): void {
  header.writeUInt32LE(checksum, at);
  header.writeUInt32LE(bytes, at + 4);
  header.writeUInt32LE(bytes, at + 8);
}

function crc32(content: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
