import { toCsv } from './csv';

describe('toCsv', () => {
  it('quotes what would part fields or lines', async () => {
    const blob = toCsv([
      ['a', 'b'],
      [1.5, 'one, "two"\nthree'],
    ]);
    expect(await blob.text()).toBe('a,b\r\n1.5,"one, ""two""\nthree"\r\n');
  });

  it('lets no text be a formula, and leaves numbers alone', async () => {
    const blob = toCsv([['=1+1', '@x', -2]]);
    expect(await blob.text()).toBe("'=1+1,'@x,-2\r\n");
  });
});
