import { writeFileSync } from 'node:fs';
import { publishedFiles } from './publishedFiles';

for (const { absolute, content } of publishedFiles()) {
  writeFileSync(absolute, content);
}
