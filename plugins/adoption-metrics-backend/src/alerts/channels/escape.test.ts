import fc from 'fast-check';
import { anyText } from '../../database/__testUtils__/anyText';
import { inChat } from './escape';

const hostile = [
  '<!channel>',
  '<!here|here>',
  '<@U012AB3CD>',
  '<#C012|general>',
  '<https://evil.example.com|https://portal>',
  '[portal](https://evil.example.com)',
  '![](https://evil.example.com/pixel.png)',
  '<at>Ada</at>',
  '@here',
  '@channel',
  '@everyone',
  '@all',
  '#general',
  'evil.example.com/login',
  'mailto:ada@example.com',
  'https://127.0.0.1/x',
  '*bold*',
  '_italic_',
  '~gone~',
  '`code`',
  '```\ncode\n```',
  '> quoted',
  '# heading',
  '- item',
  '| a | b |',
  '\u202egnp.exe',
  '\u2066isolated\u2069',
  'bell\u0007\u001b[31m\u0000',
  'a\u2028b',
];

describe('inChat', () => {
  it.each(hostile)('takes the meaning of %j', text => {
    const shown = inChat(`Team ${text} is up.\n${text}`);
    expect(shown).not.toMatch(/<[!@#a-z/]|[@#][a-z]|:\/\/|\]\(/i);
    expect(shown).not.toMatch(/[*~`|\u202a-\u202e\u2066-\u2069]/);
    expect(shown).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(shown).not.toMatch(/[a-z]\.[a-z]/i);
    expect(shown).not.toMatch(/(^|\s)_|_(\s|$)/m);
    expect(shown).not.toMatch(/^[>#-]/m);
  });

  it('leaves plain sentences as they are', () => {
    const text =
      'Active users: 12.5% (36 of 300), target 30%. Up 2 percentage points.\n1. Ask group:default/my_team to fix 3.';
    expect(inChat(text)).toBe(text);
  });

  it('calls nobody and leads nowhere, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom(...hostile))),
        parts => {
          const shown = inChat(parts.join(''));
          expect(shown).not.toMatch(/[<>]|:\/\/|\]\(|[@#]\w/);
        },
      ),
    );
  });
});
