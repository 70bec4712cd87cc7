/* eslint-disable @backstage/no-relative-monorepo-imports */
// The compiler is the repository's, not a dependency of what is published.
/* eslint-disable @backstage/no-undeclared-imports */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import {
  findPrivateWords,
  privateWords,
} from '../../../../packages/toolchain/lib/words.mjs';

const root = resolve(__dirname, '../../../..');

/** Where sentences are, by what they are read as. */
const sources = {
  'source code': [
    'plugins/*/src/**/*.{ts,tsx}',
    'plugins/adoption-metrics-backend/scripts/*.ts',
    'packages/sample-history/src/**/*.ts',
  ],
  'the documentation': [
    '*.md',
    'docs/**/*.md',
    'plugins/*/README.md',
    'packages/*/README.md',
  ],
  'published comments': ['plugins/adoption-metrics-{common,node}/src/**/*.ts'],
};

/** Nobody reads these, or they are in another language. */
const apart =
  /[.]test[.]tsx?$|__(tests|testUtils|fixtures|examples)__|\/german\/|[./]de[./]/;

interface Text {
  /** File and line. */
  place: string;
  text: string;
}

function filesOf(patterns: string[]): string[] {
  return patterns
    .flatMap(pattern => globSync(pattern, { cwd: root }))
    .filter(file => !apart.test(file))
    .sort();
}

function textsOf(kind: keyof typeof sources, file: string): Text[] {
  const content = readFileSync(join(root, file), 'utf8');
  const readers = {
    'source code': sentencesOf,
    'the documentation': proseOf,
    'published comments': commentsOf,
  };
  return readers[kind](content, file);
}

/** Literals of more than one word: what is a single one names things. */
function sentencesOf(content: string, file: string): Text[] {
  const source = ts.createSourceFile(
    file,
    content,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const texts: Text[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      return;
    }
    if (
      (ts.isLiteralExpression(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node) ||
        ts.isJsxText(node)) &&
      /\S\s/.test(node.text)
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      texts.push({ place: `${file}:${line + 1}`, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** Without code, addresses and names of files. */
function proseOf(content: string, file: string): Text[] {
  const prose = content
    .replace(/^( *)```[\s\S]*?^\1```/gm, code => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`|\]\([^)]*\)/g, '');
  return prose
    .split('\n')
    .map((text, index) => ({ place: `${file}:${index + 1}`, text }));
}

function commentsOf(content: string, file: string): Text[] {
  return [...content.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(
    ({ 0: text, index }) => {
      const line = content.slice(0, index).split('\n').length;
      const prose = text.replace(/`[^`]*`/g, '').replace(/\n\s*\* ?/g, ' ');
      return { place: `${file}:${line}`, text: prose };
    },
  );
}

function faultsOf({ place, text }: Text): string[] {
  return findPrivateWords(text).map(
    ({ found, say }) => `${place}: "${found}", say ${say}, in: ${text.trim()}`,
  );
}

describe('what people read', () => {
  it.each(Object.keys(sources) as Array<keyof typeof sources>)(
    'has no private words in %s',
    kind => {
      const texts = filesOf(sources[kind]).flatMap(file => textsOf(kind, file));
      expect(texts.length).toBeGreaterThan(500);
      expect(texts.flatMap(faultsOf)).toEqual([]);
    },
  );

  it('is searched for whole words only, in any case', () => {
    expect(findPrivateWords('Figures show who was told')).toEqual([
      { found: 'Figures', say: 'metric, or number' },
      { found: 'told', say: 'notified, say, or distinguish' },
    ]);
    expect(findPrivateWords('configured, published figures, shortcut')).toEqual(
      [],
    );
  });

  it('has something to say instead of each', () => {
    for (const { pattern, say } of privateWords) {
      expect(say).not.toMatch(pattern);
    }
  });
});
