import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

// What a careful reader does with a block of code: merge it into what is there.

/**
 * Merges a block of YAML into a file of it: maps by their keys, and lists by
 * their items. An item such as `page:home: …` goes into the one of that name,
 * any other becomes the first one. What is there stays, with its comments.
 */
export function mergeYaml(file: string, block: string): string {
  const document = parseDocument(file);
  const added = parseDocument(block);
  if (isMap(document.contents) && isMap(added.contents)) {
    mergeMaps(document.contents, added.contents);
  } else {
    document.contents = added.contents as Document.Parsed['contents'];
  }
  return document.toString();
}

function mergeMaps(into: YAMLMap, from: YAMLMap): void {
  for (const { key, value } of from.items) {
    const present = into.get(key, true);
    if (isMap(present) && isMap(value)) {
      mergeMaps(present, value);
    } else if (isSeq(present) && isSeq(value)) {
      mergeLists(present, value);
    } else {
      into.set(key, value);
    }
  }
}

function mergeLists(into: YAMLSeq, from: YAMLSeq): void {
  for (const item of from.items) {
    const named = into.items.find(
      each => nameOf(each) !== undefined && nameOf(each) === nameOf(item),
    );
    if (isMap(named) && isMap(item)) {
      mergeMaps(named, item);
    } else {
      into.items.unshift(item);
    }
  }
}

/** The key of an item that has only one, as those of `app.extensions`. */
function nameOf(item: unknown): unknown {
  const [only, ...others] = isMap(item) ? item.items : [];
  return only && others.length === 0 && isScalar(only.key)
    ? only.key.value
    : undefined;
}

/** Merges a block into a file of JSON, object by object. */
export function mergeJson(file: string, block: string): string {
  const merged = mergeObjects(JSON.parse(file), JSON.parse(block));
  return `${JSON.stringify(merged, undefined, 2)}\n`;
}

type JsonObject = Record<string, unknown>;

function mergeObjects(into: JsonObject, from: JsonObject): JsonObject {
  const merged = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const present = merged[key];
    merged[key] =
      isObject(present) && isObject(value)
        ? mergeObjects(present, value)
        : value;
  }
  return merged;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts lines before the one that starts the backend. */
export function addToBackend(source: string, lines: string): string {
  return replaceOnce(source, /^backend\.start\(\);$/m, start =>
    [lines.trimEnd(), start].join('\n'),
  );
}

const IMPORT = /^import (?:[^;]|\n)*?;$/gm;
const FEATURES = /features: \[([^\]]*)\]/;

/**
 * Adds to the `features` of an app what a block has among its own and imports.
 * The other features of the block stand for those that the app has.
 */
export function addFeatures(source: string, block: string): string {
  const imports = block.match(IMPORT) ?? [];
  const missing = imports.filter(line => !source.includes(line));
  const imported = listOf(block).filter(feature =>
    imports.some(line => new RegExp(`\\b${feature}\\b`).test(line)),
  );
  const features = [...new Set([...listOf(source), ...imported])];
  return addImports(
    replaceOnce(source, FEATURES, () => `features: [${features.join(', ')}]`),
    missing,
  );
}

function listOf(source: string): string[] {
  const [, list = ''] = FEATURES.exec(source) ?? [];
  return list
    .split(',')
    .map(each => each.trim())
    .filter(Boolean);
}

/** Puts imports after the last one that is there. */
function addImports(source: string, imports: string[]): string {
  const last = source.match(IMPORT)?.at(-1);
  if (last === undefined) {
    return [...imports, source].join('\n');
  }
  return source.replace(last, () => [last, ...imports].join('\n'));
}

/** Replaces what has to be there, so that a step that does not fit fails. */
export function replaceOnce(
  source: string,
  pattern: RegExp,
  replacement: (match: string) => string,
): string {
  if (!pattern.test(source)) {
    throw new Error(`Nothing matches ${pattern} in:\n${source}`);
  }
  return source.replace(pattern, replacement);
}

/**
 * Applies a block in the manner of a diff: lines with `+` are added, those with
 * `-` removed, and the others say where. `@@` stands between places of a file,
 * in whatever order.
 */
export function applyDiff(source: string, block: string): string {
  return block
    .trimEnd()
    .split(/^@@$\n?/m)
    .reduce(applyHunk, source);
}

function applyHunk(source: string, hunk: string): string {
  const lines = hunk.replace(/\n$/, '').split('\n');
  const without = (sign: string) =>
    lines
      .filter(line => !line.startsWith(sign))
      .map(line => line.slice(1))
      .join('\n');
  const [before, after] = [without('+'), without('-')];
  const places = source.split(before).length - 1;
  if (places !== 1) {
    throw new Error(`${places} places look like this:\n${before}`);
  }
  return source.replace(before, () => after);
}
