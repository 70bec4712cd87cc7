/** The part of `Storage` that we use. */
export type KeyValueStorage = Pick<
  Storage,
  'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'
>;

/** The page's local storage; undefined if it is not available. */
export function localStorageOf(page: Window): KeyValueStorage | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Key-value storage shared by all tabs. Falls back to memory if the browser's
 * storage is full or not available. Never throws.
 */
export class SafeStorage {
  #storage: KeyValueStorage | undefined;
  #memory = new Map<string, string>();

  constructor(storage: KeyValueStorage | undefined) {
    this.#storage = storage;
  }

  get(key: string): string | undefined {
    const read = () => this.#storage?.getItem(key) ?? undefined;
    return this.#memory.get(key) ?? attempt(read);
  }

  set(key: string, value: string): void {
    this.#memory.set(key, value);
    attempt(() => {
      if (this.#storage) {
        this.#storage.setItem(key, value);
        this.#memory.delete(key);
      }
    });
  }

  remove(key: string): void {
    this.#memory.delete(key);
    attempt(() => this.#storage?.removeItem(key));
  }

  /** All keys with a prefix, in alphabetical order. */
  keys(prefix: string): string[] {
    const stored = attempt(() => keysOf(this.#storage)) ?? [];
    const keys = new Set([...stored, ...this.#memory.keys()]);
    return [...keys].filter(key => key.startsWith(prefix)).sort();
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function keysOf(storage: KeyValueStorage | undefined): string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) =>
    storage?.key(index),
  ).filter(key => typeof key === 'string');
}
