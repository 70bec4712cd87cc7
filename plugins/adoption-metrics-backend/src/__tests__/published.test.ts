import { readFileSync } from 'node:fs';
import { publishedFiles } from '../../scripts/publishedFiles';

describe('what is published about configuration and routes', () => {
  it.each(publishedFiles())(
    '$path says what the schemas and the contract say',
    file => {
      // Written by `npm run generate`.
      expect(readFileSync(file.absolute, 'utf8')).toBe(file.content);
    },
  );
});
