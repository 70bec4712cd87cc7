import { toError } from '@backstage/errors';
import { useState } from 'react';

export interface Pages<T> {
  pages: T[];
  hasMore: boolean;
  loading: boolean;
  error?: Error;
  showMore: () => Promise<void>;
}

/**
 * Loads further pages after the first one. Starts over when the first page
 * changes.
 */
export function usePages<T extends { nextCursor: string | null }>(
  first: T,
  load: (cursor: string) => Promise<T>,
): Pages<T> {
  const [added, setAdded] = useState({ to: first, pages: [] as T[] });
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error>();
  const pages = added.to === first ? [first, ...added.pages] : [first];
  const cursor = pages[pages.length - 1].nextCursor;
  const showMore = async () => {
    if (cursor === null) {
      return;
    }
    setLoading(true);
    setError(undefined);
    try {
      const next = await load(cursor);
      setAdded({ to: first, pages: [...pages.slice(1), next] });
    } catch (thrown) {
      setError(toError(thrown));
    }
    setLoading(false);
  };
  return { pages, hasMore: cursor !== null, loading, error, showMore };
}

/** Loads all pages. */
export async function allPages<T extends { nextCursor: string | null }>(
  load: (cursor?: string) => Promise<T>,
): Promise<T[]> {
  const pages = [await load()];
  let cursor = pages[0].nextCursor;
  while (cursor !== null) {
    const page = await load(cursor);
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}
