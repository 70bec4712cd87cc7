import { toCsv } from './csv';

describe('toCsv', () => {
  it('makes a file of rows under their columns', async () => {
    const blob = toCsv(
      ['a', 'b'],
      [
        { a: 1.5, b: 'one, "two"\nthree' },
        { a: -2, b: '=1+1' },
      ],
    );
    expect(blob.type).toBe('text/csv');
    expect(await blob.text()).toBe(
      'a,b\r\n1.5,"one, ""two""\nthree"\r\n-2,\'=1+1\r\n',
    );
  });
});
