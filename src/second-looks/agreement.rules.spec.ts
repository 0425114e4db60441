import { agreementByMonth } from './agreement.rules.js';

const at = (text: string) => new Date(text);
const look = (
  state: 'agreed' | 'disagreed' | 'lapsed',
  settledAt = '2026-11-20T10:00:00Z',
  permitTypeName = 'Resident',
) => ({ state, settledAt: at(settledAt), permitTypeName });

describe('how often the second look agrees', () => {
  it('counts by month and type, the newest month first', () => {
    const rows = agreementByMonth([
      look('agreed', '2026-10-02T10:00:00Z'),
      look('agreed'),
      look('agreed'),
      look('disagreed'),
      look('agreed', '2026-11-02T10:00:00Z', 'Essential carer'),
    ]);
    expect(
      rows.map(({ month, permitTypeName, percent }) => [month, permitTypeName, percent]),
    ).toEqual([
      ['2026-11', 'Essential carer', 100],
      ['2026-11', 'Resident', 67],
      ['2026-10', 'Resident', 100],
    ]);
  });

  it('leaves what nobody looked at out of the rate, and says how many they were', () => {
    expect(agreementByMonth([look('lapsed')])).toMatchObject([{ lapsed: 1, percent: null }]);
    expect(agreementByMonth([look('lapsed'), look('disagreed')])).toMatchObject([
      { lapsed: 1, disagreed: 1, percent: 0 },
    ]);
  });

  it('counts months in London: 31 October, 11:30pm in summer time is still October', () => {
    expect(agreementByMonth([look('agreed', '2026-08-31T23:30:00Z')])).toMatchObject([
      { month: '2026-09' },
    ]);
  });

  it('is empty where nothing was looked at', () => {
    expect(agreementByMonth([])).toEqual([]);
  });
});
