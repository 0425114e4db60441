import { describe, expect, it } from '@jest/globals';
import { readScanReply, readVersionReply } from './clamd-answers.js';

describe('the scanner’s replies', () => {
  it('takes one very reply for clean, and nothing else (attack 083)', () => {
    expect(readScanReply('stream: OK\0')).toEqual({ found: 'nothing' });
    const others = [
      '',
      'stream: OK',
      'stream: OK\n',
      'stream: OK\0\0',
      ' stream: OK\0',
      'x stream: OK\0',
      'stream: ok\0',
      'stream: O',
      'OK\0',
      '/tmp/x: OK\0',
      'stream: OK\0stream: OK\0',
      'INSTREAM size limit exceeded. ERROR\0',
      'stream: Can’t allocate memory ERROR\0',
      'UNKNOWN COMMAND\0',
    ];
    for (const reply of others) expect(readScanReply(reply).found).toBe('no_answer');
  });

  it('reads the name of what was found', () => {
    expect(readScanReply('stream: Eicar-Test-Signature FOUND\0')).toEqual({
      found: 'virus',
      name: 'Eicar-Test-Signature',
    });
    expect(readScanReply('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0').found).toBe(
      'virus',
    );
    expect(readScanReply('stream: Eicar FOUND').found).toBe('no_answer');
  });

  it('reads the age of the signatures where clamd says it', () => {
    expect(readVersionReply('ClamAV 1.4.6/27450/Fri Nov 20 08:24:40 2026\0')).toEqual({
      program: 'ClamAV 1.4.6',
      signaturesAt: new Date('2026-11-20T08:24:40Z'),
    });
    expect(readVersionReply('ClamAV 1.4.6\0')).toEqual({
      program: 'ClamAV 1.4.6',
      signaturesAt: null,
    });
    expect(readVersionReply('ClamAV 1.4.6/27450/soon\0')?.signaturesAt).toBeNull();
    expect(readVersionReply('ClamAV')).toBeNull();
  });
});
