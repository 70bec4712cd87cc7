import type {
  BreakdownStatus,
  SuppressionReason,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';

interface JoiningAnswer {
  status: BreakdownStatus;
  minimumGroupSize: number;
}

/** Why there is nothing to list about people who joined; undefined if there is. */
export function whyNoRanges(
  { status, minimumGroupSize }: JoiningAnswer,
  ranges: Array<{ suppressed?: SuppressionReason }>,
  { t, format }: Language,
): string | undefined {
  const minimum = format.count(minimumGroupSize);
  if (status === 'organization-too-small') {
    return t('activeUsers.joining.tooSmall', {
      minimum: format.count(2 * minimumGroupSize),
    });
  }
  if (ranges.length === 0) {
    return t('activeUsers.joining.none', { minimum });
  }
  return ranges.every(({ suppressed }) => suppressed)
    ? t('activeUsers.joining.hidden', { minimum })
    : undefined;
}
