import { visibleText } from './visibleText';

describe('visibleText', () => {
  it('keeps the letters and marks of every language', () => {
    const text = 'Équipe 東京 فريق ק"ג\nnaïve 👩‍💻';
    expect(visibleText(text)).toBe(text);
  });

  it('keeps nothing that changes what is read', () => {
    expect(visibleText('a\u202eb\u0000c\u001b[1m\u2066d')).toBe('a b c [1m d');
  });
});
