import { isUnavailable } from './availability';

describe('isUnavailable', () => {
  it.each([
    '40001',
    '40P01',
    '08006',
    '53100',
    '53300',
    '25006',
    '28P01',
    '57014',
    '57P01',
    '57P03',
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'SQLITE_READONLY',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_IOERR_WRITE',
    'SQLITE_CANTOPEN',
    'EMFILE',
    'ENOSPC',
    'ECONNREFUSED',
    'ECONNRESET',
    'CONNECTION_ENDED',
  ])('is true of %s', code => {
    expect(isUnavailable(Object.assign(new Error('x'), { code }))).toBe(true);
  });

  it.each([
    '23505',
    '22003',
    '42P01',
    'SQLITE_CONSTRAINT',
    'SQLITE_ERROR',
    'SQLITE_CORRUPT',
    'ENOENT',
    'ERR_INVALID_URL',
  ])('is false of %s, which would fail again', code => {
    expect(isUnavailable(Object.assign(new Error('x'), { code }))).toBe(false);
  });

  it('is true without a connection to be had', () => {
    const timeout = Object.assign(new Error('x'), { name: 'KnexTimeoutError' });
    expect(isUnavailable(timeout)).toBe(true);
    expect(isUnavailable(new Error('Unable to acquire a connection'))).toBe(
      true,
    );
  });

  it.each([undefined, null, 'x', new TypeError('x')])(
    'is false of %p',
    error => {
      expect(isUnavailable(error)).toBe(false);
    },
  );
});
