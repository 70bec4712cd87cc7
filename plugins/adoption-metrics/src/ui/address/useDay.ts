import { isDay } from './isDay';
import { useAddress } from './useAddress';

/**
 * The day to which the page is narrowed; one that does not exist, or is still
 * to come, is ignored.
 *
 * @param latest - the last day that may be chosen
 */
export function useDay(latest: string) {
  const { read, change } = useAddress();
  const asked = read('day');
  const day = asked && isDay(asked) && asked <= latest ? asked : undefined;
  return {
    day,
    /** The same day again clears it. */
    choose: (chosen: string) =>
      change({ day: chosen === day ? undefined : chosen }),
    clear: () => change({ day: undefined }),
  };
}
