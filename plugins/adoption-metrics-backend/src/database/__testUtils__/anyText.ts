import fc from 'fast-check';

const remarkable = ['\0', '😀', '👩‍👩‍👧‍👦', '🇨🇭', 'e\u0301', 'a', "'", '\r\n'];

/** Any UTF-16 code units, U+0000 and halves of pairs often among them. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map(String.fromCharCode),
      fc.integer({ min: 0xd800, max: 0xdfff }).map(String.fromCharCode),
      fc.constantFrom(...remarkable),
    ),
    { maxLength: 400, size: 'max' },
  )
  .map(parts => parts.join(''));
