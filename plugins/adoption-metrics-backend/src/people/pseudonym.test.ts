import { createPseudonymizer } from './pseudonym';

describe('createPseudonymizer', () => {
  it('computes HMAC-SHA-256, truncated to 16 bytes', () => {
    // RFC 4231, test case 2
    expect(createPseudonymizer('Jefe')('what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c7',
    );
  });

  it('takes refs that differ in case for the same person', () => {
    const pseudonymize = createPseudonymizer('a secret of enough length');
    expect(pseudonymize('User:Default/ADA')).toBe(
      pseudonymize('user:default/ada'),
    );
    expect(pseudonymize('user:default/ada')).not.toBe(
      pseudonymize('user:other/ada'),
    );
  });

  it('depends on the secret', () => {
    expect(createPseudonymizer('one')('user:default/ada')).not.toBe(
      createPseudonymizer('two')('user:default/ada'),
    );
  });
});
