import { mayDo, permissions, rolesInWords, type StaffPermission } from './permissions.rules.js';
import { isStaffRole, roleNames, STAFF_ROLES } from './staff-roles.rules.js';

const table: Record<StaffPermission, string> = {
  //                      officer support supervisor administrator auditor
  'signed-in': 'y y y y y',
  'see-queue': 'y y y - y',
  'see-case': 'y y y - y',
  search: 'y y y - y',
  'see-evidence': 'y - y - -',
  'see-health-evidence': 'y - y - -',
  claim: 'y - y - -',
  assign: '- - y - -',
  'keep-teams': '- - y y -',
  review: 'y - y - -',
  decide: 'y - y - -',
  withdraw: 'y y y - -',
  'reject-in-bulk': '- - y - -',
  'reopen-decision': '- - y - -',
  'second-look': '- - y - -',
  'open-review': 'y y y - -',
  'settle-review': 'y - y - -',
  'see-reviews': 'y y y - y',
  'write-note': 'y y y - -',
  'declare-interests': 'y y y - -',
  'see-conflicts': '- - y - y',
  'count-interests': '- - - y -',
  'see-payment-problems': 'y - y - -',
  'see-ledger': '- - y - y',
  'settle-another-way': '- - y - -',
  'take-exports': '- - y - -',
  'see-reconciliation': '- - y - y',
  reconcile: '- - y - -',
  'see-payment-notices': '- - y - -',
  'see-exceptions': 'y y y - y',
  'request-exception': 'y y y - -',
  'settle-exception': 'y - y - -',
  'see-policy': '- - y y y',
  'change-policy': '- - - y -',
  'read-api-docs': 'y y y y y',
};

describe('who may do what', () => {
  it.each(Object.entries(table))('%s', (permission, row) => {
    const told = STAFF_ROLES.map((role) =>
      mayDo(role, permission as StaffPermission) ? 'y' : '-',
    ).join(' ');
    expect(told).toBe(row);
  });

  it('is said here of every permission', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(permissions).sort());
  });

  it('is told in words', () => {
    expect(rolesInWords('decide')).toBe('an officer or a supervisor');
    expect(rolesInWords('write-note')).toBe('an officer, a member of support or a supervisor');
  });
});

describe('a role', () => {
  it('has a name', () => {
    for (const role of STAFF_ROLES) expect(roleNames[role]).toMatch(/^[A-Z][a-z]+$/);
  });

  it('is one of the five', () => {
    expect(isStaffRole('officer')).toBe(true);
    expect(isStaffRole('admin')).toBe(false);
    expect(isStaffRole('toString')).toBe(false);
  });
});
