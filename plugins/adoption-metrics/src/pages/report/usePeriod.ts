import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'period';

/**
 * The month or quarter in the address, where it can be shared and bookmarked.
 * Without one it is the last month that is over, as the backend knows it.
 */
export function usePeriod(): [
  period: string | undefined,
  choose: (period: string | undefined) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const choose = (period: string | undefined) =>
    setParameters(
      before => {
        const after = new URLSearchParams(before);
        if (period === undefined) {
          after.delete(PARAMETER);
        } else {
          after.set(PARAMETER, period);
        }
        return after;
      },
      { preventScrollReset: true },
    );
  return [parameters.get(PARAMETER) ?? undefined, choose];
}
