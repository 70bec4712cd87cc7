/** The part of `Storage` that is used. */
export type KeyValueStorage = Pick<
  Storage,
  'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'
>;

/** Storage that lasts as long as the document. */
export function memoryStorage(): KeyValueStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: index => [...entries.keys()][index] ?? null,
    getItem: key => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: key => void entries.delete(key),
  };
}

/** The page's local storage; `undefined` where the person forbids it. */
export function localStorageOf(page: Window): KeyValueStorage | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

/** All keys with a prefix, in alphabetical order. */
export function keysOf(storage: KeyValueStorage, prefix: string): string[] {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(prefix)) {
      keys.push(key);
    }
  }
  return keys.sort();
}
